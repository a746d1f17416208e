package cl.buzon.web.portal.apidocs;

import cl.buzon.web.i18n.FaultTexts;
import cl.buzon.web.portal.apidocs.Described.Group;
import cl.buzon.web.portal.apidocs.Described.Shape;
import cl.buzon.web.portal.apidocs.Described.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** The API for those who program against it: its calls, shapes and codes, read once from the description. For everybody. */
@Named
@ApplicationScoped
public class DocsPage {

    /** What a sentence says of the very request is left open. */
    private static final String OPEN = "…";

    private final DescriptionReader description = new DescriptionReader();
    private final List<Group> groups = description.groups();
    private final List<Shape> shapes = description.shapes();
    private final List<Trouble> troubles = description.troubles();

    public String getText() {
        return description.text();
    }

    public List<Group> getGroups() {
        return groups;
    }

    public List<Shape> getShapes() {
        return shapes;
    }

    public List<Trouble> getTroubles() {
        return troubles;
    }

    /** What people are told with a code. */
    public String words(String code, Locale language) {
        return FaultTexts.of(code, language, OPEN, OPEN);
    }
}
