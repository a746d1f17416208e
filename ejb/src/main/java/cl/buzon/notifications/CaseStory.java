package cl.buzon.notifications;

import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.LocalText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter about a case is made of: the case as its reader may see it, and what is new.
 *
 * @param executive absent while nobody is assigned
 * @param missing what the required evidence that is still missing is called; nobody need have asked for it
 * @param news in the order in which it happened, all of it wished for
 * @param quotes whether the letter may repeat what people wrote
 */
public record CaseStory(
        CaseNumber number,
        String subject,
        CaseState state,
        @Nullable String trackingNumber,
        CompensationState compensation,
        @Nullable String executive,
        List<LocalText> missing,
        List<News> news,
        boolean quotes) {}
