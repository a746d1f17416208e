/** ServiceNow over its REST APIs: one case a row, comments in its journal, files as attachments. */
@org.jspecify.annotations.NullMarked
package cl.buzon.connector.servicenow;
