package dev.winnow.model.internal.panel;

import dev.winnow.model.internal.read.JudgedReader;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.Judged;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values that a panel gives the facts it judges, as a document that is added to a universe. There they replace
 * other statements about these facts.
 */
public final class PanelFacts {

    /** The day of values of a panel without any date, so that they count on every day. */
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    private final Panel panel;
    private final Map<String, Judged> facts;
    private final List<Held> held;

    /** A round with judgements, and the day from which its results count. */
    private record Held(Round round, LocalDate day) {}

    /**
     * Creates the values of a panel.
     *
     * @param scope the facts that it judges
     */
    public PanelFacts(Panel panel, PanelScope scope) {
        this.panel = panel;
        this.facts = new LinkedHashMap<>();
        scope.facts().forEach((fact, property) -> facts.put(fact, Objects.requireNonNull(property.judged())));
        this.held = new ArrayList<>();
        for (Round round : panel.rounds()) {
            if (!round.judgements().isEmpty()) {
                LocalDate day = day();
                LocalDate own = Objects.requireNonNullElse(round.day(), day);
                held.add(new Held(round, own.isBefore(day) ? day : own)); // never before an earlier round
            }
        }
    }

    /** Returns the day from which the results of all rounds count. */
    public LocalDate day() {
        return held.isEmpty() ? ALWAYS : held.get(held.size() - 1).day();
    }

    /** Returns the names of the facts that the panel judges, sorted. */
    public List<String> facts() {
        return List.copyOf(facts.keySet());
    }

    /** Returns the value of a fact after a round. */
    public PanelValue value(String subject, String fact, int round) {
        return PanelValue.of(
                subject,
                fact,
                Objects.requireNonNull(facts.get(fact)),
                panel.standing(subject, fact, round).values());
    }

    /** Returns the value of a fact after all rounds. */
    public PanelValue value(String subject, String fact) {
        return value(subject, fact, Integer.MAX_VALUE);
    }

    /** Returns the document with the values of the panel. */
    public Node document() {
        return document(null);
    }

    /**
     * Returns the document with the values by one assessor: the assessor's own judgements, and the values of the panel
     * where the assessor gives none.
     */
    public Node document(@Nullable Assessor assessor) {
        List<Node> entries = new ArrayList<>();
        for (String fact : facts.keySet()) {
            for (String subject : panel.subjects(fact)) {
                entries.addAll(entries(subject, fact, assessor));
            }
        }
        Place place = panel.place();
        return Node.map(place, List.of(new Node.Field(JudgedReader.LIST, place, Node.list(place, entries))));
    }

    /** Returns the values of a fact, one per round that changes it. */
    private List<Node> entries(String subject, String fact, @Nullable Assessor assessor) {
        List<Node> entries = new ArrayList<>();
        String before = null;
        for (Held one : held) {
            Round round = one.round();
            Object value = value(subject, fact, assessor, round.number());
            String text = value == null ? "unknown" : text(value);
            if (value == null
                    && before == null
                    && value(subject, fact, round.number()).missing() > 0) {
                continue; // too few judgements so far, so a stated value counts
            }
            if (!text.equals(before)) {
                String source = "panel " + panel.id() + ", round " + round.number();
                entries.add(entry(subject, fact, text, one.day(), source));
            }
            before = text;
        }
        return entries;
    }

    private @Nullable Object value(String subject, String fact, @Nullable Assessor assessor, int round) {
        Judgement own =
                assessor == null ? null : panel.standing(subject, fact, round).get(assessor.id());
        return own != null && own.value() != null
                ? own.value()
                : value(subject, fact, round).value();
    }

    private Node entry(String subject, String fact, String value, LocalDate day, String source) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(FactName.of(fact).subject(), subject);
        keys.put("fact", fact);
        keys.put("value", value);
        keys.put("asOf", day.toString());
        keys.put("source", source);
        Place place = panel.place();
        return Node.map(
                place,
                keys.entrySet().stream()
                        .map(key -> new Node.Field(key.getKey(), place, Node.scalar(place, key.getValue())))
                        .toList());
    }

    /** Returns a value as files write it, without rounding. */
    public static String text(Object value) {
        if (!(value instanceof Figure figure)) {
            return value.toString();
        }
        String low = text(figure.low(), figure.unit());
        return figure.isExact()
                ? low
                : figure.high().isUnbounded() ? "over " + low : low + " to " + text(figure.high(), figure.unit());
    }

    private static String text(Amount amount, Unit unit) {
        BigDecimal number = amount.decimal();
        return unit.isShare()
                ? number.movePointRight(2).toPlainString() + " %"
                : number.toPlainString()
                        + (unit.isMoney() ? " mn " + unit.sign() : unit.isPlain() ? "" : " " + unit.sign());
    }
}
