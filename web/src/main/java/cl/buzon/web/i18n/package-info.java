/**
 * Words and formats of the screen: Spanish (Chile) first, English complete.
 */
@NullMarked
package cl.buzon.web.i18n;

import org.jspecify.annotations.NullMarked;
