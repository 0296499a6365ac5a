package dev.winnow.model.internal.history;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.RecordShape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The statements of all files and days about one project, city or row. {@link #at} gives the record of a day; records
 * are cached per range of days without a change. Thread-safe.
 *
 * @param <R> the record's type
 */
public final class History<R extends Record> {

    private final RecordShape<R> shape;
    private final Map<String, String> given;
    private final Map<String, List<Statement>> statements;
    private final Evidence evidence;
    private final List<Problem> asked;
    private final List<LocalDate> changes;
    private final AtomicReferenceArray<@Nullable R> made;

    /**
     * Creates a history.
     *
     * @param statements statements by component, for components with any
     * @param asked doubtful values that are kept, as problems
     */
    public History(
            RecordShape<R> shape,
            Map<String, String> given,
            Map<String, List<Statement>> statements,
            Evidence evidence,
            List<Problem> asked) {
        this.shape = shape;
        this.given = given;
        this.statements = statements;
        this.evidence = evidence;
        this.asked = List.copyOf(asked);
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Statement statement : changing()) {
            LocalDate day = statement.evidence().asOf();
            if (day != null) {
                days.add(day);
            }
            if (statement.until() != null) {
                days.add(statement.until());
            }
        }
        this.changes = List.copyOf(days);
        this.made = new AtomicReferenceArray<>(View.KINDS * (changes.size() + 1));
    }

    /** Returns the same statements, counting from another day. */
    public History<R> since(@Nullable LocalDate day) {
        Evidence from = new Evidence(evidence.source(), day, evidence.hindsight(), evidence.note());
        return new History<>(shape, given, statements, from, asked);
    }

    /**
     * Returns the same statements with the value that a panel gives a component. From that day on, it replaces all
     * earlier statements about the component.
     *
     * @param judged the value; null if the panel leaves it unknown
     */
    public History<R> judged(String component, LocalDate day, @Nullable Statement judged) {
        List<Statement> all = new ArrayList<>();
        of(component).forEach(statement -> all.add(statement.until(day)));
        if (judged != null) {
            all.add(judged);
        }
        Map<String, List<Statement>> changed = new HashMap<>(statements);
        changed.put(component, List.copyOf(all));
        return new History<>(shape, given, changed, evidence, asked);
    }

    public RecordShape<R> shape() {
        return shape;
    }

    public Evidence evidence() {
        return evidence;
    }

    /** Returns the statements about a component. */
    public List<Statement> of(String component) {
        return statements.getOrDefault(component, List.of());
    }

    /** Returns the statements about components that do not count at any date, in no particular order. */
    public List<Statement> changing() {
        List<Statement> changing = new ArrayList<>();
        statements.forEach((component, stated) -> {
            if (!shape.isTimeless(component)) {
                changing.addAll(stated);
            }
        });
        return changing;
    }

    /** Returns the first text stated for a component without dates; empty if there is none. */
    public String text(String component) {
        List<Statement> statements = of(component);
        return statements.isEmpty() ? "" : statements.get(0).value().toString();
    }

    /** Whether the subject was known to exist: from its own day, or from the day of any statement about it. */
    public boolean known(View view) {
        return view.counts(evidence)
                || statements.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(statement -> statement.dated() && statement.counts(view));
    }

    /** Returns the record of the values known in a view. */
    public R at(View view) {
        int range = 0;
        while (range < changes.size() && !changes.get(range).isAfter(view.day())) {
            range++;
        }
        int slot = View.KINDS * range + view.kind();
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

    /**
     * Returns the value of a component known in a view: from its latest statements, else from the enclosing entry; null
     * if unknown.
     */
    private @Nullable Object known(Component component, View view) {
        if (component.kind() == Component.Kind.EVIDENCE) {
            return evidence;
        }
        Settled settled =
                Settled.latest(of(component.name()), statement -> component.timeless() || statement.counts(view));
        return settled == null || settled.value() == null ? given.get(component.name()) : settled.value();
    }

    /** Returns every day on which the record may change. */
    public List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>(changes);
        if (evidence.asOf() != null) {
            days.add(evidence.asOf());
        }
        return days;
    }

    /** Returns statements that disagree, as problems with both places, and doubtful values. */
    public List<Problem> conflicts(Message subject) {
        List<Problem> conflicts = new ArrayList<>(asked);
        if (statements.values().stream().allMatch(stated -> stated.size() < 2)) {
            return conflicts; // the usual case
        }
        for (Component component : shape.stated()) {
            for (Settled settled : Settled.byDay(of(component.name()))) {
                if (settled.rival() != null) {
                    conflicts.add(settled.conflict(Message.of("`%s` of %s", component.name(), subject)));
                }
            }
        }
        return conflicts;
    }
}
