@org.jspecify.annotations.NullMarked
package cl.buzon.bulk;
