/** Tests of the delivered whole: the EAR on the provisioned server with a real PostgreSQL. */
@org.jspecify.annotations.NullMarked
package cl.buzon.whole;
