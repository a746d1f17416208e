package cl.buzon.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody writes into a case, with the files that belong to it. Files alone are welcome, nothing at all is not. */
public record NewMessage(@Nullable String text, List<NewFile> files) {

    public static NewMessage of(@Nullable String text) {
        return new NewMessage(text, List.of());
    }
}
