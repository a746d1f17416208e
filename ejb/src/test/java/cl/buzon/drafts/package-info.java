@org.jspecify.annotations.NullMarked
package cl.buzon.drafts;
