package cl.buzon.notifications;

import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter about a case is made of: the case as its reader may see it, and what is new.
 *
 * @param executive absent while nobody is assigned
 * @param missing codes of the required evidence that is still missing
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
        List<String> missing,
        List<News> news,
        boolean quotes) {}
