/** What adapters turn our words into theirs with, and theirs into ours: values, texts, settings. */
@org.jspecify.annotations.NullMarked
package cl.buzon.connector.translation;
