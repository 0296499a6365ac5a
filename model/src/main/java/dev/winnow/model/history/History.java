package dev.winnow.model.history;

import dev.winnow.model.domain.Component;
import dev.winnow.model.domain.RecordShape;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Evidence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * All that the files say of one project, city or row, at any time. Which record that makes depends on the day. Records
 * are made once for each stretch of days on which nothing changes. Thread-safe.
 *
 * @param <R> the record's type
 */
public final class History<R extends Record> {

    private final RecordShape<R> shape;
    private final Map<String, String> given;
    private final Map<String, List<Statement>> statements;
    private final Evidence evidence;
    private final Place place;
    private final List<LocalDate> changes;
    private final AtomicReferenceArray<@Nullable R> made;

    public History(
            RecordShape<R> shape,
            Map<String, String> given,
            Map<String, List<Statement>> statements,
            Evidence evidence,
            Place place) {
        this.shape = shape;
        this.given = given;
        this.statements = statements;
        this.evidence = evidence;
        this.place = place;
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Component component : shape.said()) {
            if (!component.timeless()) {
                of(component.name()).stream()
                        .map(statement -> statement.evidence().asOf())
                        .filter(Objects::nonNull)
                        .forEach(days::add);
            }
        }
        this.changes = List.copyOf(days);
        this.made = new AtomicReferenceArray<>(View.KINDS * (changes.size() + 1));
    }

    /** The same, counting from another day. */
    public History<R> since(@Nullable LocalDate day) {
        Evidence from = new Evidence(evidence.source(), day, evidence.hindsight(), evidence.note());
        return new History<>(shape, given, statements, from, place);
    }

    public RecordShape<R> shape() {
        return shape;
    }

    public Evidence evidence() {
        return evidence;
    }

    Place place() {
        return place;
    }

    /** The statements of a component. */
    public List<Statement> of(String component) {
        return statements.getOrDefault(component, List.of());
    }

    /** The first text said of a timeless component; empty if nothing is. */
    public String text(String component) {
        List<Statement> said = of(component);
        return said.isEmpty() ? "" : said.get(0).value().toString();
    }

    /** Whether it was known that this exists: from its own day, or from that of anything said of it. */
    public boolean known(View view) {
        return view.counts(evidence)
                || statements.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(said -> said.dated() && said.counts(view));
    }

    /** The record that it makes in a view. */
    public R at(View view) {
        int stretch = 0;
        while (stretch < changes.size() && !changes.get(stretch).isAfter(view.day())) {
            stretch++;
        }
        int slot = View.KINDS * stretch + view.kind();
        R record = made.get(slot);
        if (record == null) {
            R fresh = make(view);
            record = made.compareAndSet(slot, null, fresh) ? fresh : Objects.requireNonNull(made.get(slot));
        }
        return record;
    }

    private R make(View view) {
        return shape.make(component -> known(component, view));
    }

    /** What is known of a component in a view: what was said of it, else what the surroundings give; null if nothing. */
    private @Nullable Object known(Component component, View view) {
        if (component.kind() == Component.Kind.EVIDENCE) {
            return evidence;
        }
        Settled settled = Settled.latest(of(component.name()), said -> component.timeless() || said.counts(view));
        return settled == null || settled.value() == null ? given.get(component.name()) : settled.value();
    }

    /** Every day that counts for it. */
    public List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>(changes);
        if (evidence.asOf() != null) {
            days.add(evidence.asOf());
        }
        return days;
    }

    /** The statements that disagree, as problems that name both places. */
    public List<Problem> conflicts(String subject) {
        List<Problem> conflicts = new ArrayList<>();
        for (Component component : shape.said()) {
            for (Settled settled : Settled.byDay(of(component.name()))) {
                if (settled.rival() != null) {
                    conflicts.add(Conflict.of("`" + component.name() + "` of " + subject, settled));
                }
            }
        }
        return conflicts;
    }
}
