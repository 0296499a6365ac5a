package dev.winnow.model.internal.read;

import dev.winnow.model.domain.StatedFact;
import dev.winnow.model.internal.history.FirmNames;
import dev.winnow.model.internal.history.Origin;
import dev.winnow.model.internal.history.PlacedFact;
import dev.winnow.model.internal.history.UniverseIds;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the facts that belong to no component. */
public final class FactReader {

    public static final List<String> KEYS = List.of("subject", "about", "text", "figure", "contradicts");

    private final UniverseIds words;
    private final Collection<String> ids;
    private final List<Problem> problems;
    private final List<PlacedFact> placed = new ArrayList<>();

    /**
     * Creates a reader.
     *
     * @param ids the ids of possible subjects, to report misspelt ones
     */
    public FactReader(UniverseIds words, Collection<String> ids, List<Problem> problems) {
        this.words = words;
        this.ids = ids;
        this.problems = problems;
    }

    public void read(Node node) {
        Message owner = Message.of("a fact");
        if (!node.hasKeys(owner, problems)) {
            return;
        }
        List<Problem> wrong = new ArrayList<>();
        List<String> keys = new ArrayList<>(KEYS);
        keys.addAll(Origin.KEYS);
        node.allow(owner, keys, wrong);
        Evidence evidence = Origin.NONE.within(node, words, wrong).evidence(words, node.optionalText("note", wrong));
        String subject = node.requiredText(owner, "subject", wrong);
        String about = node.requiredText(owner, "about", wrong);
        String text = node.optionalText("text", wrong);
        String contradicts = node.optionalText("contradicts", wrong);
        Node number = node.get("figure");
        Figure figure = number == null ? null : words.rates().parse(number, unit(number.text()), evidence, wrong);
        if (text == null && number == null && wrong.isEmpty()) {
            wrong.add(node.problem(Message.of("a fact needs `%s` or `%s`", "text", "figure")));
        }
        if (subject != null) {
            checkSubject(Objects.requireNonNull(node.get("subject")), wrong);
        }
        problems.addAll(wrong);
        if (wrong.isEmpty() && !node.flawed() && subject != null && about != null) {
            placed.add(new PlacedFact(
                    new StatedFact(meant(subject), about, text, figure, contradicts, evidence), node.place()));
        }
    }

    private Unit unit(String text) {
        return text.contains("yuan") || text.contains("元")
                ? Unit.MONEY
                : text.contains("%")
                        ? Unit.SHARE
                        : Unit.behind(text, words.vocabulary().units());
    }

    /** Returns the id of the firm that a subject names; the subject itself if it is an id or names no firm. */
    private String meant(String subject) {
        FirmNames.Known firm = ids.contains(subject) ? null : words.firms().find(subject);
        return firm == null ? subject : firm.id();
    }

    private void checkSubject(Node subject, List<Problem> wrong) {
        String text = meant(subject.text().strip());
        Message advice = ids.contains(text) || text.contains(" ") ? null : Nearest.advice(text, ids);
        if (advice != null) {
            wrong.add(subject.problem(Message.of("this universe has no `%s`", text), advice));
        }
    }

    /** Returns all facts, sorted by subject, aspect and day. */
    public List<PlacedFact> facts() {
        return placed.stream()
                .sorted(Comparator.comparing((PlacedFact one) -> one.fact().subject())
                        .thenComparing(one -> one.fact().about())
                        .thenComparing(
                                one -> Optional.ofNullable(one.fact().evidence().asOf())
                                        .orElse(LocalDate.MIN))
                        .thenComparing(PlacedFact::place))
                .toList();
    }

    /** Returns conflicts by subject: facts that state a contradiction, and different figures for one day. */
    public Map<String, List<Problem>> conflicts() {
        Map<String, List<Problem>> conflicts = new TreeMap<>();
        @Nullable PlacedFact before = null;
        for (PlacedFact one : facts()) {
            StatedFact fact = one.fact();
            Message what = Message.of("`%s` of `%s`", fact.about(), fact.subject());
            if (fact.contradicts() != null) {
                conflicts
                        .computeIfAbsent(fact.subject(), any -> new ArrayList<>())
                        .add(Problem.at(
                                one.place(),
                                "%s is %s here, which contradicts this: “%s”",
                                what,
                                text(fact),
                                fact.contradicts()));
            }
            if (before != null && isOtherFigure(before.fact(), fact)) {
                conflicts
                        .computeIfAbsent(fact.subject(), any -> new ArrayList<>())
                        .add(Problem.at(
                                one.place(),
                                "%s is %s here and %s at %s, for the same day",
                                what,
                                fact.figure(),
                                before.fact().figure(),
                                before.place()));
            }
            before = one;
        }
        return conflicts;
    }

    private static Object text(StatedFact fact) {
        return fact.text() == null ? Objects.requireNonNull(fact.figure()) : "“" + fact.text() + "”";
    }

    private static boolean isOtherFigure(StatedFact one, StatedFact other) {
        return one.subject().equals(other.subject())
                && one.about().equals(other.about())
                && Objects.equals(one.evidence().asOf(), other.evidence().asOf())
                && one.figure() != null
                && other.figure() != null
                && one.figure().compareTo(other.figure()) != 0;
    }
}
