package dev.winnow.ruletools.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.Contract;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The findings of a check as a SARIF 2.1.0 log, which code scanners read. */
record Sarif(@JsonProperty("$schema") String schema, String version, List<Run> runs) {

    /** Rule id shared by all violations of the pack law. */
    private static final String LAW = "pack-law";

    /** @param version the version of winnow; null if it is not packaged */
    static Sarif of(CheckReport report, Wording wording, @Nullable String version) {
        List<Rule> rules = new ArrayList<>();
        rules.add(Rule.of(
                LAW,
                "error",
                wording.say(Message.of("A violation of the pack law: the pack cannot screen until it is corrected."))));
        List<Result> results = new ArrayList<>();
        report.problems().forEach(problem -> results.add(Result.of(LAW, 0, "error", problem, wording)));
        for (Check check : Check.values()) {
            rules.add(Rule.of(check.code(), Contract.word(check.level()), wording.say(check.meaning())));
        }
        report.remarks().forEach(remark -> {
            Check check = remark.check();
            results.add(Result.of(
                    check.code(),
                    1 + List.of(Check.values()).indexOf(check),
                    Contract.word(check.level()),
                    remark.problem(),
                    wording));
        });
        return new Sarif(
                "https://json.schemastore.org/sarif-2.1.0.json",
                "2.1.0",
                List.of(new Run(new Tool(new Driver("winnow", version, rules)), "utf16CodeUnits", results)));
    }

    record Run(Tool tool, String columnKind, List<Result> results) {}

    record Tool(Driver driver) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Driver(String name, @Nullable String version, List<Rule> rules) {}

    record Rule(String id, Text shortDescription, Text fullDescription, Text help, Level defaultConfiguration) {

        static Rule of(String id, String level, String meaning) {
            // The first clause is the meaning; advice follows it.
            int colon = Math.max(meaning.indexOf(':'), meaning.indexOf('：'));
            Text whole = new Text(meaning);
            Text first = colon < 0 ? whole : new Text(meaning.substring(0, colon));
            return new Rule(id, first, whole, whole, new Level(level));
        }
    }

    record Text(String text) {}

    record Level(String level) {}

    record Result(String ruleId, int ruleIndex, String level, Text message, List<Location> locations) {

        static Result of(String rule, int index, String level, Problem problem, Wording wording) {
            Place place = problem.place();
            PhysicalLocation location = new PhysicalLocation(
                    new Artifact(ReportedFile.uri(place.file())),
                    place.line() > 0 ? Region.of(place, problem.length()) : null);
            return new Result(
                    rule, index, level, new Text(wording.onOneLine(problem)), List.of(new Location(location)));
        }
    }

    record Location(PhysicalLocation physicalLocation) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PhysicalLocation(
            Artifact artifactLocation, @Nullable Region region) {}

    record Artifact(String uri) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Region(
            int startLine,
            @Nullable Integer startColumn,
            @Nullable Integer endColumn) {

        static Region of(Place place, int length) {
            boolean columns = place.column() > 0;
            return new Region(
                    place.line(),
                    columns ? place.column() : null,
                    columns && length > 0 ? place.column() + length : null);
        }
    }
}
