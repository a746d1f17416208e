package cl.buzon.web.portal;

import cl.buzon.desk.CategoryView;
import cl.buzon.desk.DraftView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The evidence that the situation of a draft asks for, and which of it is there. */
@Named
@RequestScoped
public class Checklist {

    @Inject
    DraftInHand hand;

    @Inject
    PageRequest request;

    /** One item of the checklist beside the form. */
    public record Proof(String code, String name, String remark, boolean present) {}

    /** One kind of evidence that a file can be named as. */
    public record Kind(String code, String name) {}

    public List<Kind> getKinds() {
        return evidence().stream()
                .map(one -> new Kind(one.code(), one.name().in(request.texts().language())))
                .toList();
    }

    public List<Proof> getProofs() {
        return evidence().stream().map(this::proof).toList();
    }

    public long getGathered() {
        return getProofs().stream().filter(Proof::present).count();
    }

    private Proof proof(CategoryView.Evidence wanted) {
        List<String> names = hand.draft().files().stream()
                .filter(file -> wanted.code().equals(file.evidence()))
                .map(DraftView.File::name)
                .toList();
        String remark = names.isEmpty() ? wanted.hint().in(request.texts().language()) : String.join(", ", names);
        return new Proof(wanted.code(), wanted.name().in(request.texts().language()), remark, !names.isEmpty());
    }

    private List<CategoryView.Evidence> evidence() {
        CategoryView category = hand.draft().category();
        return category == null ? List.of() : category.evidence();
    }
}
