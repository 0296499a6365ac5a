package dev.winnow.past.scenarios;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.Unit;
import dev.winnow.past.scenarios.ScenarioComparison.Outcome;
import dev.winnow.past.scenarios.ScenarioComparison.Pair;
import dev.winnow.past.scenarios.ScenarioComparison.Standing;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.AboutSheet;
import dev.winnow.report.internal.contents.TableBuilder;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Block.Weight;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.sentences.Causes;
import dev.winnow.report.internal.sentences.Cells;
import dev.winnow.report.internal.sentences.Editions;
import dev.winnow.report.internal.sentences.Origins;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The document of {@code scenarios}: verdicts by scenario, how far each stands, and which change flips it. */
public final class ScenariosContents {

    private final ScenarioComparison compared;
    private final Wording wording;
    private final FactWords facts;

    private ScenariosContents(ScenarioComparison compared, Wording wording, FactWords facts) {
        this.compared = compared;
        this.wording = wording;
        this.facts = facts;
    }

    /**
     * Returns the document of scenarios screened side by side.
     *
     * @param facts turns facts such as {@code project.fundingNeed} into words
     */
    public static Document of(ScenarioComparison compared, Wording wording, FactWords facts) {
        return new ScenariosContents(compared, wording, facts).document();
    }

    private Document document() {
        String title = wording.sentence(
                "winnow: scenarios of universe %s, pack %s",
                Editions.named(Editions.universe(compared.universe(), facts.names(), wording)),
                Editions.named(Editions.pack(compared.pack(), facts.names(), wording)));
        List<Section> sections = new ArrayList<>(List.of(new Section("scenarios", "", List.of(counts()))));
        for (int i = 0; i < compared.scenarios().size(); i++) {
            sections.add(scenario(i));
        }
        sections.add(standing(Standing.NONE, wording.sentence("Verdicts that stand in no scenario")));
        sections.add(standing(Standing.SOME, wording.sentence("Verdicts that stand in some scenarios")));
        sections.add(everywhere());
        return new Document(
                wording.say("sheet.title.scenarios"),
                title,
                List.of(new Paragraph(wording.sentence(
                        "Of %s verdicts, %s stand in every scenario, %s in some, %s in none.",
                        compared.pairs().stream()
                                .filter(pair -> pair.today() != null)
                                .count(),
                        compared.standing(Standing.EVERY).size(),
                        compared.standing(Standing.SOME).size(),
                        compared.standing(Standing.NONE).size()))),
                sections,
                List.of(),
                Origins.of(
                        compared.pack(), compared.universe(), facts.names(), day(), compared.illustrative(), wording),
                List.of(pairs(), changes(), about()),
                null);
    }

    private @Nullable LocalDate day() {
        return compared.pairs().isEmpty() ? null : compared.pairs().get(0).any().asOf();
    }

    /** Returns {@code S1}, the short name of a scenario in tables. */
    private static String number(int scenario) {
        return "S" + (scenario + 1);
    }

    private String named(int scenario) {
        return wording.sentence(
                "%s: %s",
                number(scenario),
                wording.name(compared.scenarios().get(scenario).name()));
    }

    private Table counts() {
        List<Column> columns = new ArrayList<>(List.of(new Column(wording.sentence("scenario"), Table.Kind.PROSE)));
        for (Verdict verdict : Verdict.values()) {
            columns.add(new Column(Cells.of(verdict, wording).shown(), Table.Kind.COUNT));
        }
        columns.add(new Column(wording.sentence("changed"), Table.Kind.COUNT));
        List<Row> rows = new ArrayList<>(List.of(row(wording.sentence("as known today"), compared.today(), "")));
        for (int i = 0; i < compared.scenarios().size(); i++) {
            int scenario = i;
            long changed = compared.pairs().stream()
                    .filter(pair -> !pair.stands(scenario))
                    .count();
            rows.add(row(named(i), compared.verdicts(i), String.valueOf(changed)));
        }
        return new Table("", "", columns, rows);
    }

    private static Row row(String label, Map<Verdict, Integer> counts, String changed) {
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(label)));
        counts.values().forEach(count -> cells.add(new Cell.Text(String.valueOf(count))));
        cells.add(new Cell.Text(changed));
        return new Row(null, cells);
    }

    private Section scenario(int place) {
        NamedScenario scenario = compared.scenarios().get(place);
        List<Block> blocks = new ArrayList<>();
        if (scenario.note() != null) {
            blocks.add(new Paragraph(scenario.note(), Weight.QUIET));
        }
        blocks.add(Items.of(scenario.changes().stream().map(this::change).toList()));
        List<String> flips = new ArrayList<>();
        for (Pair pair : compared.pairs()) {
            if (!pair.stands(place)) {
                flips.add(flip(pair, pair.outcomes().get(place)));
            }
        }
        blocks.add(new Section(
                "flips-" + scenario.id(),
                wording.sentence("Changed verdicts"),
                List.of(flips.isEmpty() ? new Paragraph(wording.sentence("none")) : Items.of(flips))));
        return new Section("scenario-" + scenario.id(), named(place), blocks);
    }

    /** Returns a change with its values. */
    private String change(ScenarioChange change) {
        String what = what(change, List.of());
        if (change.after() == null) {
            return wording.sentence("removed: %s", what);
        }
        String before = value(change, change.before());
        String after = value(change, change.after());
        boolean changes = change.kind() == ScenarioChange.Kind.FACT ? !before.equals(after) : change.before() != null;
        return !changes
                ? wording.sentence("%s: %s", what, after)
                : wording.sentence("%s: %s → %s", what, before, after);
    }

    private String value(ScenarioChange change, @Nullable String value) {
        return facts.stated(fact(change), value == null ? ScenarioChange.UNKNOWN : value);
    }

    /** Returns the fact that a change names, such as {@code city.demands} for a list or row. */
    private static String fact(ScenarioChange change) {
        String list = change.list().isEmpty() ? change.name() : change.list();
        String owner = list.equals("projects") ? "project" : list.equals("cities") ? "city" : "";
        int dot = change.name().indexOf('.');
        return change.kind() == ScenarioChange.Kind.FACT
                ? change.fact()
                : dot < 0 ? owner : owner + change.name().substring(dot);
    }

    /**
     * Returns the subject of a change in words.
     *
     * @param known the project and the city that the context names, which are not named again
     */
    private String what(ScenarioChange change, List<String> known) {
        return switch (change.kind()) {
            case FACT -> of(facts.words(change.fact()), change, known);
            case LIMIT -> facts.words("limits." + change.name() + ".value");
            case RATE ->
                wording.sentence(
                        "rate of `%s`",
                        Objects.requireNonNull(Unit.money(change.name())).sign(wording.language()));
            case REMOVED, ADDED -> {
                int dot = change.name().indexOf('.');
                yield dot >= 0
                        ? of(facts.list(change.name().substring(dot + 1)), change, known)
                        : change.removesEntry() ? entry(change) : added(change.name());
            }
        };
    }

    private String of(String part, ScenarioChange change, List<String> known) {
        return known.contains(change.id()) ? part : wording.sentence("%s (%s)", part, entry(change));
    }

    private String added(String list) {
        return list.equals("projects")
                ? wording.sentence("project")
                : list.equals("cities") ? wording.sentence("city") : facts.list(list);
    }

    private String entry(ScenarioChange change) {
        return facts.names().of(change.list(), change.id(), wording.language());
    }

    private String flip(Pair pair, Outcome there) {
        String verdicts = verdict(pair.today()) + " → " + verdict(there.assessment());
        String name = name(pair);
        return there.causes().isEmpty()
                ? wording.sentence("%s: %s", name, verdicts)
                : wording.sentence("%s: %s, because of %s", name, verdicts, causes(pair, there));
    }

    private String name(Pair pair) {
        return wording.say(
                "scenario.pair",
                wording.name(pair.any().projectName()),
                wording.name(pair.any().cityName()));
    }

    private String verdict(@Nullable Assessment one) {
        return one == null ? wording.sentence("not judged") : wording.say("verdict." + one.verdict());
    }

    private String causes(Pair pair, Outcome outcome) {
        String causes = Causes.of(
                outcome.causes().stream()
                        .map(set -> set.stream()
                                .map(change -> what(
                                        change,
                                        List.of(pair.any().project(), pair.any().city())))
                                .distinct()
                                .toList())
                        .toList(),
                wording.sentence(" or "),
                wording);
        return outcome.proven() || outcome.causes().isEmpty()
                ? causes
                : wording.sentence("%s (found, not proven smallest)", causes);
    }

    private Section standing(Standing standing, String heading) {
        List<Row> rows = new ArrayList<>();
        for (Pair pair : compared.standing(standing)) {
            List<String> other = new ArrayList<>();
            for (int i = 0; i < pair.outcomes().size(); i++) {
                if (!pair.stands(i)) {
                    other.add(number(i) + " " + verdict(pair.outcomes().get(i).assessment()));
                }
            }
            rows.add(new Row(
                    new Cell.Text(wording.name(pair.any().projectName())),
                    new Cell.Text(wording.name(pair.any().cityName())),
                    Cells.of(Objects.requireNonNull(pair.today()).verdict(), wording),
                    new Cell.Text(wording.list(other))));
        }
        return new Section(
                "standing-" + standing,
                heading,
                rows.isEmpty()
                        ? List.of()
                        : List.of(new Table(
                                "",
                                "",
                                List.of(
                                        new Column(wording.sentence("project"), Table.Kind.PROSE),
                                        new Column(wording.sentence("city"), Table.Kind.PROSE),
                                        new Column(wording.sentence("today"), Table.Kind.TEXT),
                                        new Column(wording.sentence("otherwise in"), Table.Kind.TEXT)),
                                rows)));
    }

    /** Returns the names of the projects by verdict and city. */
    private Section everywhere() {
        Map<Verdict, Map<String, List<String>>> names = new EnumMap<>(Verdict.class);
        for (Pair pair : compared.standing(Standing.EVERY)) {
            Assessment today = Objects.requireNonNull(pair.today());
            names.computeIfAbsent(today.verdict(), any -> new LinkedHashMap<>())
                    .computeIfAbsent(wording.name(today.cityName()), any -> new ArrayList<>())
                    .add(wording.name(today.projectName()));
        }
        List<String> lines = new ArrayList<>();
        names.forEach((verdict, cities) -> cities.forEach((city, projects) -> lines.add(
                wording.sentence("%s in %s: %s", wording.say("verdict." + verdict), city, wording.list(projects)))));
        return new Section(
                "standing-EVERY", wording.sentence("Verdicts that stand in every scenario"), List.of(Items.of(lines)));
    }

    private Table pairs() {
        TableBuilder<Pair> sheet = new TableBuilder<>(wording, "scenarios", compared.pairs())
                .text("projectName", 28, row -> row.any().projectName())
                .frozen()
                .text("cityName", 16, row -> row.any().cityName())
                .text("today.verdict", 14, row -> verdictOrNull(row.today()))
                .text("standing", 16, Pair::standing);
        for (int i = 0; i < compared.scenarios().size(); i++) {
            int scenario = i;
            sheet.headed(
                    "outcomes." + compared.scenarios().get(i).id() + ".judged.verdict",
                    Table.Kind.TEXT,
                    14,
                    wording.name(compared.scenarios().get(i).name()),
                    row -> verdictOrNull(row.outcomes().get(scenario).assessment()));
        }
        return sheet.printedSoFar()
                .text("project", 16, row -> row.any().project())
                .text("city", 14, row -> row.any().city())
                .build();
    }

    private static @Nullable Verdict verdictOrNull(@Nullable Assessment one) {
        return one == null ? null : one.verdict();
    }

    private record Flip(NamedScenario scenario, Pair pair, Outcome there) {}

    private Table changes() {
        List<Flip> flips = new ArrayList<>();
        for (int i = 0; i < compared.scenarios().size(); i++) {
            for (Pair pair : compared.pairs()) {
                if (!pair.stands(i)) {
                    flips.add(new Flip(
                            compared.scenarios().get(i), pair, pair.outcomes().get(i)));
                }
            }
        }
        return new TableBuilder<>(wording, "scenarioFlips", flips)
                .text("scenario", 24, row -> wording.name(row.scenario().name()))
                .text("projectName", 28, row -> row.pair().any().projectName())
                .text("cityName", 16, row -> row.pair().any().cityName())
                .text("today.verdict", 14, row -> verdictOrNull(row.pair().today()))
                .text("judged.verdict", 14, row -> verdictOrNull(row.there().assessment()))
                .number(
                        "judged.score.low",
                        Table.Kind.SCORE,
                        row -> low(row.there().assessment()))
                .number(
                        "judged.score.high",
                        Table.Kind.SCORE,
                        row -> high(row.there().assessment()))
                .prose("causes", row -> causes(row.pair(), row.there()))
                .build();
    }

    private static @Nullable BigDecimal low(@Nullable Assessment one) {
        return one == null ? null : one.score().low();
    }

    private static @Nullable BigDecimal high(@Nullable Assessment one) {
        return one == null ? null : one.score().high();
    }

    private Table about() {
        AboutSheet about = new AboutSheet(wording, facts.names())
                .illustrative(compared.illustrative())
                .edition("pack", compared.pack())
                .edition("universe", compared.universe());
        compared.scenarios()
                .forEach(one -> about.labelled(
                        one.name(),
                        String.join(
                                wording.sentence("; "),
                                one.changes().stream().map(this::change).toList())));
        return about.sheet().build();
    }
}
