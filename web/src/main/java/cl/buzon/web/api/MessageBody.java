package cl.buzon.web.api;

import cl.buzon.desk.NewMessage;
import org.jspecify.annotations.Nullable;

/** What somebody writes: a message, or a note. */
record MessageBody(@Nullable String text) {

    NewMessage message() {
        return NewMessage.of(text);
    }
}
