package cl.buzon.webhooks;

import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import java.util.UUID;

/**
 * What a webhook is to be told.
 *
 * @param activity the entry of the case's history that it tells of
 * @param body the very text that is sent
 */
public record NewDelivery(UUID activity, CaseId caseId, CaseNumber number, String type, String body) {}
