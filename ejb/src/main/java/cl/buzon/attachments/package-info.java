/** Files that prove a claim: checked, limited, stored. */
@org.jspecify.annotations.NullMarked
package cl.buzon.attachments;
