/** ServiceNow as a ticketing system, over its Table, Attachment and OAuth APIs. */
@org.jspecify.annotations.NullMarked
package cl.buzon.connector.servicenow;
