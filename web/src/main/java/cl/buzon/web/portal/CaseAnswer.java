package cl.buzon.web.portal;

import cl.buzon.shared.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** What the page of a case answers to a wish: the page anew, or what stands in the way, at its input. */
@RequestScoped
class CaseAnswer {

    @Inject
    CaseInHand hand;

    @Inject
    PageRequest request;

    /**
     * @param inputs which input shows the faults of which field
     * @param done key of what to say when it was done
     */
    void to(Runnable wish, Map<String, String> inputs, String done) {
        try {
            wish.run();
            request.tell(done);
            request.goTo(request.address("/caso").with("numero", hand.number().value()));
        } catch (Refusal.InvalidInput refused) {
            refused.faults()
                    .forEach(fault -> request.complain(inputs.getOrDefault(fault.field(), fault.field()), fault));
        } catch (Refusal.IllegalAction refused) {
            request.complain(null, request.texts().get("case.moved"));
        }
    }
}
