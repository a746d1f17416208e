package cl.buzon.web.portal;

import cl.buzon.desk.CaseView;
import cl.buzon.shared.CaseAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody typed for a case that has no field for it any more, since it moved meanwhile; it stays to be copied. */
@Named
@RequestScoped
public class UnsaidWords {

    @Inject
    CaseInHand hand;

    @Inject
    ReplyForm reply;

    @Inject
    CasePage page;

    @Inject
    PageRequest request;

    /** To be called before the page is shown. */
    public void open() {
        if (!getWords().isEmpty()) {
            request.complain("unsaid", request.texts().get("case.unsaid.moved"));
        }
    }

    public String getWords() {
        CaseView now = hand.view();
        return Stream.of(
                        unheld("reply", reply.getReply(), now.takesMessages()),
                        unheld("closeReason", page.getCloseReason(), page.may(CaseAction.CLOSE.name())),
                        unheld("rejectReason", page.getRejectReason(), page.may(CaseAction.REJECT.name())))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** A form that is not there is not read either, so that what it brought stands in the request alone. */
    private String unheld(String field, String read, boolean isOnThePage) {
        if (isOnThePage) {
            return "";
        }
        return read.isEmpty() && request.isForm() ? request.parameter(field) : read;
    }
}
