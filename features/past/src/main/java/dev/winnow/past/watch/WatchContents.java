package dev.winnow.past.watch;

import dev.winnow.analysis.internal.reversal.Reversal;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Change;
import dev.winnow.past.watch.ConditionState.Status;
import dev.winnow.past.watch.WatchedPair.Outcome;
import dev.winnow.report.i18n.ChoiceWord;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.AboutSheet;
import dev.winnow.report.internal.contents.TableBuilder;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.document.Tone;
import dev.winnow.report.internal.sentences.Cells;
import dev.winnow.report.internal.sentences.Editions;
import dev.winnow.report.internal.sentences.Origins;
import dev.winnow.workbench.internal.compare.UndoableEdit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The document of {@code watch}: recorded recommendations by today's facts, and their conditions. */
public final class WatchContents {

    private record Cause(WatchedPair pair, int set, UndoableEdit edit, Change change) {}

    private record Due(WatchedPair pair, ConditionState state) {}

    private final Watch watch;
    private final Map<String, Integer> byOthers;
    private final Wording wording;
    private final WatchSentences said;
    private final FactWords facts;
    private final ScreeningResult result;

    private WatchContents(Watch watch, Map<String, Integer> byOthers, Wording wording, FactWords facts) {
        this.watch = watch;
        this.byOthers = byOthers;
        this.wording = wording;
        this.facts = facts;
        this.said = new WatchSentences(wording, facts);
        this.result = watch.result();
    }

    /**
     * Returns the document.
     *
     * @param byOthers number of recommendations by other packs, by the name of the pack
     * @param facts the words for the facts of today's universe
     */
    public static Document of(Watch watch, Map<String, Integer> byOthers, Wording wording, FactWords facts) {
        return new WatchContents(watch, byOthers, wording, facts).document();
    }

    /** Returns the explanations whose reasons a page shows. */
    public static List<Explanation> judged(Watch watch) {
        return watch.pairs().stream()
                .map(WatchedPair::now)
                .filter(Objects::nonNull)
                .map(watch.result().session()::explain)
                .toList();
    }

    private Document document() {
        Screening asked = result.whole();
        return new Document(
                wording.say("sheet.title.watch"),
                wording.sentence(
                        "winnow: recommendations on record, watched on %s; universe %s, pack %s",
                        wording.day(watch.today()),
                        Editions.named(Editions.universe(asked, wording)),
                        Editions.named(Editions.pack(asked, wording))),
                Stream.of(said.summary(watch), said.conditions(watch), said.others(byOthers))
                        .filter(text -> !text.isEmpty())
                        .map(text -> (Block) new Paragraph(text))
                        .toList(),
                List.of(
                        pairs("lost", "No longer stand", one -> one.outcome().isLost()),
                        pairs("nearer", "Nearer to a lower verdict", one -> one.outcome() == Outcome.NEARER),
                        standing(),
                        conditions()),
                List.of(),
                Origins.of(
                        asked.pack(),
                        asked.universe(),
                        asked.names(),
                        result.facts().asOf(),
                        asked.illustrative(),
                        wording),
                Stream.of(pairSheet(), conditionSheet(), causeSheet(), about())
                        .map(TableBuilder::build)
                        .toList(),
                null);
    }

    private Section pairs(String id, String heading, Predicate<WatchedPair> shown) {
        List<Item> items = watch.pairs().stream()
                .filter(shown)
                .map(one -> {
                    Assessment now = one.now();
                    String verdict = now == null ? wording.say("watch.outcome.MISSING") : said.verdict(now.verdict());
                    return new Item(
                            verdict,
                            now == null ? Tone.BAD : Cells.tone(now.verdict()),
                            said.pair(one.was()),
                            said.details(one, watch));
                })
                .toList();
        return new Section(id, wording.sentence(heading), List.of(new Items(Mark.LABEL, items, "")));
    }

    private Section standing() {
        List<Column> columns = List.of(
                new Column(wording.say("sheet.column.projectName"), Kind.TEXT),
                new Column(wording.say("sheet.column.cityName"), Kind.TEXT),
                new Column(wording.say("sheet.column.verdict"), Kind.TEXT),
                new Column(wording.sentence("margin"), Kind.TEXT),
                new Column(wording.sentence("recorded"), Kind.PROSE));
        List<Row> rows = watch.pairs().stream()
                .filter(one -> one.outcome() == Outcome.STANDS || one.outcome() == Outcome.WAITS)
                .map(one -> new Row(
                        link(one, said.project(one.was())),
                        new Cell.Text(said.city(one.was())),
                        one.now() == null
                                ? new Cell.Text(wording.say("watch.outcome.MISSING"))
                                : Cells.of(one.now().verdict(), wording),
                        new Cell.Text(said.margin(one)),
                        new Cell.Text(said.recorded(one.was()))))
                .toList();
        return new Section(
                "standing",
                wording.sentence("Stand, or wait for conditions"),
                rows.isEmpty() ? List.of() : List.of(new Table("standing-table", "", columns, rows)));
    }

    private static Cell link(WatchedPair one, String text) {
        return one.now() == null ? new Cell.Text(text) : new Cell.Link(text, Origins.pair(one.now()));
    }

    private List<Due> due() {
        return watch.pairs().stream()
                .flatMap(one -> one.conditions().stream().map(state -> new Due(one, state)))
                .sorted(Comparator.comparing((Due one) -> one.state.status())
                        .thenComparing(one -> one.state.condition().due())
                        .thenComparing(one -> one.state.condition().record())
                        .thenComparing(one -> one.state.condition().id()))
                .toList();
    }

    private Section conditions() {
        List<Column> columns = List.of(
                new Column(wording.say("sheet.column.due"), Kind.DAY),
                new Column(wording.sentence("no."), Kind.TEXT),
                new Column(wording.say("sheet.column.text"), Kind.PROSE),
                new Column(wording.say("sheet.column.owner"), Kind.TEXT),
                new Column(wording.sentence("about"), Kind.BELOW));
        List<Row> rows = due().stream()
                .map(one -> new Row(
                        said.status(one.state.status()),
                        List.of(
                                Cells.of(one.state.condition().due(), wording),
                                new Cell.Text(number(one)),
                                new Cell.Text(one.state.condition().text()),
                                new Cell.Text(Objects.requireNonNullElse(
                                        one.state.condition().owner(), "")),
                                new Cell.Text(about(one)))))
                .toList();
        return new Section(
                "conditions",
                wording.sentence("Conditions"),
                rows.isEmpty() ? List.of() : List.of(new Table("conditions-table", "", columns, rows)));
    }

    /** Returns the number with which {@code decide --met} names a condition. */
    private static String number(Due one) {
        return one.state.condition().record() + "/" + one.state.condition().id();
    }

    private String about(Due one) {
        String subject = said.subject(one.state);
        String pair = said.pair(one.pair.was());
        return subject.isEmpty() ? wording.sentence("%s.", pair) : wording.sentence("%s. %s", pair, subject);
    }

    private static ChoiceWord word(Enum<?> constant, String kind) {
        return new ChoiceWord(constant.name(), "watch." + kind + "." + constant.name());
    }

    private TableBuilder<?> pairSheet() {
        return new TableBuilder<>(wording, "watch", watch.pairs())
                .text("projectName", 30, one -> said.project(one.was()))
                .text("cityName", 20, one -> said.city(one.was()))
                .frozen()
                .text("outcome", 24, one -> word(one.outcome(), "outcome"))
                .text("verdict", 14, one -> one.was().verdict())
                .text("now.verdict", 14, one -> of(one.now(), Assessment::verdict))
                .text("now.because", 22, one -> of(one.now(), Assessment::because))
                .text("decision", 14, one -> one.was().decision())
                .with(
                        "before.score.low",
                        Kind.SCORE,
                        10,
                        one -> of(one.before(), it -> it.score().low()))
                .with(
                        "before.score.high",
                        Kind.SCORE,
                        10,
                        one -> of(one.before(), it -> it.score().high()))
                .with(
                        "now.score.low",
                        Kind.SCORE,
                        10,
                        one -> of(one.now(), it -> it.score().low()))
                .with(
                        "now.score.high",
                        Kind.SCORE,
                        10,
                        one -> of(one.now(), it -> it.score().high()))
                .number("before.margin", Kind.POINTS, WatchedPair::marginBefore)
                .number("now.margin", Kind.POINTS, WatchedPair::marginNow)
                .number("before.flip.size", Kind.PORTION, one -> size(one.flipBefore()))
                .number("now.flip.size", Kind.PORTION, one -> size(one.flipNow()))
                .text("now.flip.steps.fact", 26, one -> fact(one.flipNow()))
                .text("record", 8, one -> String.valueOf(one.was().record()))
                .text("by", 20, one -> one.was().by())
                .day("on", one -> one.was().on())
                .prose("details", one -> String.join(" ", said.details(one, watch)))
                .printedSoFar()
                .text("project", 16, one -> one.was().project())
                .text("city", 14, one -> one.was().city());
    }

    private static @Nullable Object of(@Nullable Assessment one, Function<Assessment, Object> value) {
        return one == null ? null : value.apply(one);
    }

    private static @Nullable BigDecimal size(@Nullable Reversal flip) {
        return flip == null ? null : flip.size();
    }

    private static @Nullable String fact(@Nullable Reversal flip) {
        return flip == null ? null : flip.steps().get(0).figure().figure();
    }

    private TableBuilder<?> conditionSheet() {
        return new TableBuilder<>(wording, "conditions", due())
                .day("due", one -> one.state.condition().due())
                .text("status", 12, one -> word(one.state.status(), "status"))
                .prose("text", one -> one.state.condition().text())
                .text("owner", 20, one -> one.state.condition().owner())
                .text("projectName", 30, one -> said.project(one.pair.was()))
                .text("cityName", 20, one -> said.city(one.pair.was()))
                .text("number", 10, WatchContents::number)
                .text("about", 24, one -> one.state.condition().about())
                .day("met.day", one -> metOn(one.state))
                .prose("state", one -> said.subject(one.state))
                .printedSoFar()
                .text("project", 16, one -> one.pair.was().project())
                .text("city", 14, one -> one.pair.was().city());
    }

    private static @Nullable LocalDate metOn(ConditionState state) {
        return state.status() == Status.MET && state.condition().met() != null
                ? state.condition().met().day()
                : null;
    }

    private TableBuilder<?> causeSheet() {
        List<Cause> causes = new ArrayList<>();
        for (WatchedPair pair : watch.pairs()) {
            for (int set = 0; set < pair.causes().size(); set++) {
                for (UndoableEdit edit : pair.causes().get(set)) {
                    for (Change change : edit.changes()) {
                        causes.add(new Cause(pair, set + 1, edit, change));
                    }
                }
            }
        }
        return new TableBuilder<>(wording, "causes", causes)
                .text("projectName", 30, one -> said.project(one.pair.was()))
                .text("cityName", 20, one -> said.city(one.pair.was()))
                .count("set", Cause::set)
                .prose("what", one -> one.change.what().toString())
                .prose("before", one -> facts.stated(one.change).get(0))
                .prose("after", one -> facts.stated(one.change).get(1))
                .text("source", 24, one -> one.edit.source())
                .text("file", 40, one -> one.change.place().file())
                .count("line", one -> one.change.place().line());
    }

    private TableBuilder<?> about() {
        Screening whole = result.whole();
        return new AboutSheet(wording, whole.names())
                .illustrative(whole.illustrative())
                .edition("universe", whole.universe())
                .edition("pack", whole.pack())
                .thresholds(result.pack())
                .line("today", watch.today())
                .line("within", watch.within())
                .sheet();
    }
}
