/** The portal and a real Request Tracker, kept in step: what customers and executives do on either side. */
@org.jspecify.annotations.NullMarked
package cl.buzon.requesttracker;
