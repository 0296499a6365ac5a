package dev.winnow.tables.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.tables.internal.headings.MappingCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapping is read, checked with the place of each mistake, and written back unchanged. */
class MappingTest {

    private static String problems(String yaml) {
        List<Problem> problems = new ArrayList<>();
        Mapping mapping = Mapping.parse("mapping.yaml", yaml, problems);
        problems.addAll(MappingCheck.problems(mapping, EntryKinds.of(ShippedFacts.VOCABULARY)));
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    private static Mapping read(String yaml) {
        List<Problem> problems = new ArrayList<>();
        Mapping mapping = Mapping.parse("mapping.yaml", yaml, problems);
        assertThat(problems).isEmpty();
        return mapping;
    }

    @Test
    void everyMistakeIsReportedWithItsPlace() {
        assertThat(problems("""
            colums: {a: name}
            columns:
              operator: ownr
              amount: {to: investment, unit: bn yuann}
              stage: {words: {a: [b]}}
              name: {to: name, confirm: id}
              left:
              nothing: {note: later}
            set: {source: "{url", idd: x}
            leave: lat
            merge: perhaps
            """)).isEqualTo("""
                mapping.yaml:1:1: a mapping has no `colums`
                   |   colums: {a: name}
                   |   ^^^^^^ did you mean `columns`?
                mapping.yaml:10:8: `leave` must be a list of headings, or `rest`
                   |   leave: lat
                   |          ^^^ did you mean `[lat]`?
                mapping.yaml:5:19: the meaning of `a` must be a text, not a list
                   |   stage: {words: {a: [b]}}
                   |                   ^ write `unknown` for unknown values
                mapping.yaml:6:29: a column of a mapping has `to` or `confirm`, not both
                   |   name: {to: name, confirm: id}
                   |                             ^^ keep only `to`, which takes effect
                mapping.yaml:7:3: the heading `left` has no property
                   |   left:
                   |   ^^^^ write `"-"` to leave the column out
                mapping.yaml:8:12: a column of a mapping needs `to` or `words`
                   |   nothing: {note: later}
                   |            ^
                mapping.yaml:9:15: a brace is not closed
                   |   set: {source: "{url", idd: x}
                   |                 ^^^^^^ did you mean `{url}`?
                mapping.yaml:11:8: `merge` is `true` or `false`
                   |   merge: perhaps
                   |          ^^^^^^^ did you mean `true`?
                mapping.yaml:3:13: `ownr` names no property
                   |   operator: ownr
                   |             ^^^^ did you mean `owner`?
                mapping.yaml:4:34: unknown unit `bn yuann`
                   |   amount: {to: investment, unit: bn yuann}
                   |                                  ^^^^^^^^ did you mean `mn USD`, `亿元` or `%`?
                mapping.yaml:9:23: `idd` names no property
                   |   set: {source: "{url", idd: x}
                   |                         ^^^ did you mean `id`?\
                """);
    }

    @Test
    void theNumberOfPartsOfAFileIsLimited() {
        String part = "\n- {from: a, columns: {b: name}}";
        assertThat(problems("records:" + part.repeat(200))).isEmpty();
        assertThat(problems("records:" + part.repeat(201))).isEqualTo("""
                mapping.yaml:202:3: `records` has more than 200 entries
                   |   - {from: a, columns: {b: name}}
                   |     ^ use a path with `*` or `[]`, which selects several lists\
                """);
    }

    @Test
    void aTargetMustFitTheKindOfTheRecords() {
        assertThat(problems("records: [{kind: city, columns: {a: name}}, {kind: cities, columns: {a: nmae}}]"))
                .isEqualTo("""
                    mapping.yaml:1:18: unknown kind of entry `city`
                       |   records: [{kind: city, columns: {a: name}}, {kind: cities, columns: {a: nmae}}]
                       |                    ^^^^
                    mapping.yaml:1:73: `cities` have no `nmae`
                       |   records: [{kind: city, columns: {a: name}}, {kind: cities, columns: {a: nmae}}]
                       |                                                                           ^^^^ did you mean `name`?\
                    """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..b", "[]x.", "a.[]"})
    void anInvalidPathIsReportedWithExamples(String path) {
        assertThat(problems("from: \"" + path + "\"\ncolumns: {a: name}\n"))
                .startsWith("mapping.yaml:1:7: `" + path + "` is not a path")
                .endsWith("did you mean `fabs`, `companies[].sites` or `fabs.*`?");
    }

    @Test
    void aListIsNotAMapping() {
        assertThat(problems("[a]")).isEqualTo("""
            mapping.yaml:1:1: expected a mapping with keys, found a list
               |   [a]
               |   ^ did you mean `columns: {heading: property}`?\
            """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "国产化率: domesticMaterialRate\n电话: \"-\"\n",
                "columns:\n  a: {to: endMarkets, split: \"/\", words: {car: automotive, x: {confirm: z}}}\n",
                "from: fabs\nkind: projects\nmerge: true\nwhere:\n  a: b\nexcept:\n  c: [d, e]\ncolumns:\n"
                        + "  b: [name, owner]\n  c: {confirm: city}\nwords:\n  nay: {confirm: none}\nset:\n"
                        + "  id: \"x-{n:id}\"\nleave: rest\nmatch:\n  SiEn: sien\n",
                "records:\n  - file: a.csv\n    sheet: One\n    columns:\n      a: name\n    leave: [x, z]\n"
                        + "  - from: \"a[].b\"\n    columns:\n      b: \"investment [mn USD]\"\n",
                "columns: {}\nmatch:\n  SiEn: new\n"
            })
    void writtenMappingsAreReadBackUnchanged(String yaml) {
        String written = read(yaml).toYaml();

        assertThat(read(written).toYaml()).isEqualTo(written);
        assertThat(written.replace("columns: {}\n", "")).isEqualTo(yaml.replace("columns: {}\n", ""));
    }

    @Test
    void theCommandLineOverridesTheFile() {
        Mapping mapping = read("""
            columns: {a: name}
            records: [{file: "*.csv", columns: {b: owner}}, {file: x.json, columns: {b: city}}]
            """).and(Mapping.NONE.and("b", "track"));

        List<RecordMap> parts = mapping.of(java.nio.file.Path.of("in", "list.csv"));

        assertThat(parts).hasSize(1);
        assertThat(parts.get(0).column("b", 1).meanings()).containsExactly("track");
        assertThat(parts.get(0).column("a", 1).meanings()).containsExactly("name");
        assertThat(mapping.of(java.nio.file.Path.of("other.xlsx"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "=a", "a=", "a=b="})
    void emptyOptionsAreInvalid(String saying) {
        assertThat(Mapping.NONE.and(saying)).isNull();
    }

    @Test
    void valuesAreMappedInOneOrAllColumns() {
        Mapping mapping = Mapping.NONE.and("应用领域=车=automotive").and("=无人机=industrial");
        RecordMap part = mapping.of(java.nio.file.Path.of("list.csv")).get(0);

        assertThat(Mapping.find(part.words(part.column("应用领域", 1)), "车").text()).isEqualTo("automotive");
        assertThat(Mapping.find(part.words(null), "车")).isNull();
        assertThat(Mapping.find(part.words(null), " 无人机 ").text()).isEqualTo("industrial");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fabs | 1 2",
                "fabs[] | 1 2",
                "by.* | 3@x 4@y",
                "fabs[].sites | a1<1 b1<1 a2<2",
                "a\\.b | 5",
                "none |",
                ". | {}"
            })
    void recordsAreFoundByTheirPath(String path, String expected) {
        Node document = dev.winnow.model.source.Document.parse(
                "d.json",
                "{\"fabs\": [{\"n\": 1, \"sites\": [\"a1\", \"b1\"]}, {\"n\": 2, \"sites\": [\"a2\"]}],"
                        + " \"by\": {\"x\": {\"n\": 3}, \"y\": {\"n\": 4}}, \"a.b\": [{\"n\": 5}]}",
                new ArrayList<>());
        List<String> found = new ArrayList<>();

        RecordPath.of(Node.scalar(Place.file("m"), path)).each(document, one -> found.add(shown(one)));

        assertThat(String.join(" ", found)).isEqualTo(expected == null ? "" : expected);
        assertThat(RecordPath.candidates(document)).containsExactly("by.*", "fabs", "a\\.b");
    }

    private static String shown(RecordPath.Found found) {
        if (found.node().isScalar()) {
            return found.node().text() + "<" + found.outer().node().get("n").text();
        }
        Node number = found.node().get("n");
        return (number == null ? "{}" : number.text()) + (found.key() == null ? "" : "@" + found.key());
    }
}
