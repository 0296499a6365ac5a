package dev.winnow.report.internal.sentences;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Assumed;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.CriticalAssumption;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Block.Weight;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Tone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes the base case of an assessment: its verdict, its assumptions, and those on which the verdict depends. */
public final class BaseCaseText {

    /**
     * Maximum number of candidates in a document for which critical assumptions are searched: each search judges a
     * candidate some fifty times.
     */
    public static final int MOST_SEARCHED = 2_000;

    private static final int ROWS = 3;

    private final Wording wording;
    private final FactWords facts;

    public BaseCaseText(Wording wording, FactWords facts) {
        this.wording = wording;
        this.facts = facts;
    }

    /**
     * Assumptions that differ only in their row.
     *
     * @param facts the assumed facts
     * @param value the assumed value
     * @param reason the reason for it
     * @param otherwise the verdict without any one of the assumptions; null if it is unchanged
     */
    public record Alike(
            List<String> facts,
            String value,
            String reason,
            @Nullable Verdict otherwise) {}

    /** {@return the assumptions, critical ones first, grouped where they differ only in their row} */
    public static List<Alike> alike(Explanation explanation) {
        Map<String, Verdict> critical = new HashMap<>();
        List<CriticalAssumption> found = explanation.critical();
        if (found != null) {
            found.forEach(one -> critical.put(one.fact(), one.otherwise()));
        }
        Map<List<@Nullable Object>, List<String>> groups = new LinkedHashMap<>();
        for (boolean first : new boolean[] {true, false}) {
            for (Assumed assumed : explanation.assumed()) {
                Verdict otherwise = critical.get(assumed.fact());
                if ((otherwise != null) == first) {
                    List<@Nullable Object> key = new ArrayList<>();
                    key.add(withoutRow(assumed.fact()));
                    key.add(assumed.value());
                    key.add(assumed.reason());
                    key.add(otherwise);
                    groups.computeIfAbsent(key, any -> new ArrayList<>()).add(assumed.fact());
                }
            }
        }
        List<Alike> alike = new ArrayList<>();
        groups.forEach((key, names) -> alike.add(new Alike(
                List.copyOf(names),
                (String) Objects.requireNonNull(key.get(1)),
                (String) Objects.requireNonNull(key.get(2)),
                (Verdict) key.get(3))));
        return alike;
    }

    private static String withoutRow(String fact) {
        int last = fact.lastIndexOf('.');
        int list = fact.indexOf('.', fact.indexOf('.') + 1);
        return list < 0 || list >= last ? fact : fact.substring(0, list) + fact.substring(last);
    }

    /** {@return the verdict of the base case in a sentence, with its reason and score} */
    public String verdict(BaseCase base) {
        ScoreInterval score = base.score();
        return wording.sentence(
                "With what is assumed: %s because %s; it scores %s of 100.",
                wording.say("verdict." + base.verdict()),
                wording.say("because." + base.because()),
                score.low().compareTo(score.high()) == 0
                        ? Numbers.low(score)
                        : wording.sentence("%s to %s", Numbers.low(score), Numbers.high(score)));
    }

    /** {@return an assumed value and the reason for it} */
    public String assumption(Alike one) {
        String named = facts.together(one.facts(), ROWS);
        return one.otherwise() == null
                ? wording.sentence("%s: %s (%s)", named, one.value(), one.reason())
                : wording.sentence(
                        "%s: %s (%s); if not, %s",
                        named, one.value(), one.reason(), wording.say("verdict." + one.otherwise()));
    }

    /** {@return the assumptions that are not critical, without reasons; empty if there are none} */
    public String others(List<Alike> alike) {
        return alike.stream()
                .filter(one -> one.otherwise() == null)
                .map(one -> wording.sentence("%s: %s", facts.together(one.facts(), ROWS), one.value()))
                .collect(Collectors.joining(wording.sentence("; ")));
    }

    /** {@return the critical assumptions in few words, grouped by the verdict without them} */
    public String dependsOn(Explanation explanation) {
        Map<Verdict, List<String>> byOtherwise = new EnumMap<>(Verdict.class);
        for (Alike one : alike(explanation)) {
            if (one.otherwise() != null) {
                byOtherwise
                        .computeIfAbsent(one.otherwise(), any -> new ArrayList<>())
                        .add(facts.together(one.facts(), ROWS));
            }
        }
        return byOtherwise.entrySet().stream()
                .map(one -> wording.sentence(
                        "%s (else %s)", wording.list(one.getValue()), wording.say("verdict." + one.getKey())))
                .collect(Collectors.joining(wording.sentence("; ")));
    }

    /**
     * {@return a sentence on the assumptions that a RECOMMEND of the base case depends on; empty if the verdict is
     * RECOMMEND without assumptions too, or if critical assumptions were not searched for}
     */
    public String alone(Explanation explanation) {
        Assessment one = explanation.assessment();
        BaseCase base = one.base();
        if (base == null
                || base.verdict() != Verdict.RECOMMEND
                || one.verdict() == Verdict.RECOMMEND
                || explanation.critical() == null) {
            return "";
        }
        List<String> carrying = critical(explanation);
        return carrying.isEmpty()
                ? wording.sentence("By assumption alone, though no single one carries it.")
                : wording.sentence("By assumption alone; it falls without any of: %s.", wording.list(carrying));
    }

    /** {@return the critical assumptions in few words} */
    public List<String> critical(Explanation explanation) {
        return alike(explanation).stream()
                .filter(one -> one.otherwise() != null)
                .map(one -> facts.together(one.facts(), ROWS))
                .toList();
    }

    /**
     * {@return the base case as a section of a document; empty if nothing is assumed} Without a search for critical
     * assumptions, it contains the verdict only.
     */
    public Section section(Explanation explanation) {
        BaseCase base = explanation.assessment().base();
        List<Block> blocks = new ArrayList<>();
        if (base != null) {
            blocks.add(new Paragraph(verdict(base), Weight.PLAIN, Cells.tone(base.verdict())));
            blocks.add(new Paragraph(alone(explanation), Weight.STRONG, Tone.CAUTION));
        }
        if (base != null && explanation.critical() != null) {
            List<Alike> alike = alike(explanation);
            List<Item> items = new ArrayList<>();
            alike.stream()
                    .filter(one -> one.otherwise() != null)
                    .forEach(one -> items.add(new Item(wording.sentence("critical"), assumption(one), List.of())));
            String others = others(alike);
            if (!others.isEmpty()) {
                items.add(new Item(wording.sentence("assumed"), others, List.of()));
            }
            blocks.add(new Items(Mark.LABEL, items, ""));
        }
        return new Section("base", wording.sentence("Base case"), blocks);
    }
}
