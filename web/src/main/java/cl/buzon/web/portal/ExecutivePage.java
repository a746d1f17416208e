package cl.buzon.web.portal;

import cl.buzon.desk.AbsenceView;
import cl.buzon.desk.CategoryDesk;
import cl.buzon.desk.CategorySetup;
import cl.buzon.desk.ExecutiveView;
import cl.buzon.desk.RosterDesk;
import cl.buzon.desk.TypedAbsence;
import cl.buzon.desk.TypedExecutive;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import cl.buzon.web.i18n.Formats;
import cl.buzon.web.security.CurrentActor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One executive: who they are, how much they can carry, what they know, and when they are away. */
@Named
@RequestScoped
public class ExecutivePage {

    private static final String EXECUTIVE = "ejecutivo";
    private static final String SKILL = "habilidad";

    @Inject
    RosterDesk desk;

    @Inject
    CategoryDesk categories;

    @Inject
    CurrentActor current;

    @Inject
    PageRequest request;

    private String name = "";
    private String email = "";
    private String capacity = "";
    private boolean active;
    private String firstDay = "";
    private String lastDay = "";
    private String delegate = "";
    private @Nullable ExecutiveView view;

    /** A situation that the executive may know well. */
    public record Skill(String code, String name, boolean known) {}

    @PostConstruct
    void read() {
        name = getView().name();
        email = getView().email();
        capacity = getView().capacity() == null ? "" : getView().capacity().toString();
        active = getView().active();
    }

    public void open() {
        getView();
    }

    /** Does what a button of the list asks for, once its form has come. */
    public void act() {
        request.pressed("back").ifPresent(this::end);
    }

    public void save() {
        try {
            Set<String> skills = Set.copyOf(request.parameters(SKILL));
            desk.change(current.actor(), id(), new TypedExecutive(name, email, capacity, active, skills));
            again("executives.saved", name);
        } catch (Refusal.InvalidInput refused) {
            request.complain(refused.faults());
        }
    }

    public void addAbsence() {
        try {
            TypedAbsence absence = new TypedAbsence(TypedDay.iso(firstDay), TypedDay.iso(lastDay), delegate);
            desk.absent(current.actor(), id(), absence);
            again("executives.absent", getView().name());
        } catch (Refusal.InvalidInput refused) {
            refused.faults().forEach(this::complain);
        }
    }

    /** The desk's own words name the form of the API. */
    private void complain(Fault fault) {
        if (fault.code().equals("DATE_FORM")) {
            request.complain(fault.field(), request.texts().get("executives.wrongDay"));
        } else {
            request.complain(fault.field(), fault);
        }
    }

    private void end(UUID absence) {
        desk.back(current.actor(), id(), absence);
        again("executives.back", getView().name());
    }

    private void again(String said, String of) {
        request.tell(said, of);
        request.goTo(address(request, id()));
    }

    public ExecutiveView getView() {
        if (view == null) {
            view = desk.executive(current.actor(), id());
        }
        return view;
    }

    public List<AbsenceView> getAbsences() {
        return desk.absences(current.actor(), id());
    }

    /** Who may stand in: everybody else who works here. */
    public List<ExecutiveView> getColleagues() {
        return desk.executives(current.actor()).stream()
                .filter(ExecutiveView::active)
                .filter(one -> !one.id().equals(id()))
                .toList();
    }

    public List<Skill> getSkills() {
        boolean sent = request.sent("name");
        Set<String> known =
                sent ? Set.copyOf(request.parameters(SKILL)) : getView().skills();
        return categories.categories(current.actor()).stream()
                .filter(CategorySetup::active)
                .map(one ->
                        new Skill(one.code(), one.name().in(request.texts().language()), known.contains(one.code())))
                .toList();
    }

    public String day(LocalDate day) {
        return Formats.calendar(day);
    }

    private ExecutiveId id() {
        try {
            return ExecutiveId.of(request.parameter(EXECUTIVE));
        } catch (IllegalArgumentException e) {
            throw new Refusal.NotFound();
        }
    }

    static Address address(PageRequest request, ExecutiveId id) {
        return request.address("/operador/ejecutivo").with(EXECUTIVE, id.toString());
    }

    public String getName() {
        return name;
    }

    public void setName(String typed) {
        name = typed;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String typed) {
        email = typed;
    }

    public String getCapacity() {
        return capacity;
    }

    public void setCapacity(String typed) {
        capacity = typed;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean marked) {
        active = marked;
    }

    public String getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(String typed) {
        firstDay = typed;
    }

    public String getLastDay() {
        return lastDay;
    }

    public void setLastDay(String typed) {
        lastDay = typed;
    }

    public String getDelegate() {
        return delegate;
    }

    public void setDelegate(@Nullable String chosen) {
        delegate = chosen == null ? "" : chosen;
    }
}
