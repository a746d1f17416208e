package cl.buzon.web.portal;

import cl.buzon.desk.CaseView;
import cl.buzon.desk.SyncDesk;
import cl.buzon.desk.SyncDesk.Delivery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** How far what the customer sent has come on its way to the executive; nothing is said where nothing travels. */
@RequestScoped
class Deliveries {

    private static final List<Delivery> WORST_FIRST = List.of(Delivery.FAILED, Delivery.QUEUED, Delivery.DELIVERED);

    @Inject
    Instance<SyncDesk> sync;

    Map<UUID, Delivery> of(CaseView view) {
        return sync.isResolvable() ? sync.get().deliveries(view) : Map.of();
    }

    /** A message is as far as the part of it that is furthest behind; empty when none of it travels. */
    static String furthestBehind(Map<UUID, Delivery> deliveries, Stream<UUID> parts) {
        return parts.map(deliveries::get)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(WORST_FIRST::indexOf))
                .map(Delivery::name)
                .orElse("");
    }
}
