package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.winnow.console.Features;
import dev.winnow.console.FileKind;
import dev.winnow.console.Run;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.explain.CaseResult;
import dev.winnow.language.PackException;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.Golden;
import dev.winnow.workbench.internal.testing.CaseRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas accept what winnow reads, and reject the mistakes that a schema can express. */
class SchemaTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    static List<String> kinds() {
        return Run.winnow("schema")
                .out()
                .lines()
                .map(line -> line.replaceAll(" .*", ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void schemasInTheDocsEqualThoseOfTheCommand(String kind) {
        Golden.assertSame(
                "../../../../../docs/schemas/" + kind + (kind.equals("openapi") ? ".json" : ".schema.json"),
                Run.winnow("schema", kind).out());
    }

    @Test
    void everySchemaObjectIsClosedAndEveryReferenceResolves() throws IOException {
        List<String> kinds = Features.files()
                .map(FileKind::name)
                .filter(kind -> !kind.equals("openapi"))
                .toList();
        assertThat(kinds).hasSizeGreaterThan(8);
        for (String kind : kinds) {
            JsonNode schema =
                    new ObjectMapper().readTree(Run.winnow("schema", kind).out());
            for (JsonNode with : schema.findParents("properties")) {
                if (with.has("type")) {
                    assertThat(with.has("additionalProperties"))
                            .as(with.toString())
                            .isTrue();
                }
            }
            for (String reference : schema.findValuesAsText("$ref")) {
                assertThat(schema.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedFilesAreAccepted(Path file) throws IOException {
        assertThat(refusals(kind(file), Files.readString(file))).isEmpty();
    }

    static List<Path> shipped() throws IOException {
        try (Stream<Path> rules = Files.walk(Run.HOME.resolve("rules"));
                Stream<Path> seeds = Files.walk(Run.HOME.resolve("seeds"));
                Stream<Path> layouts = Files.walk(Run.HOME.resolve("docs/examples/layouts"));
                Stream<Path> panels = Files.walk(Run.HOME.resolve("docs/examples/panel"))) {
            Stream<Path> scenarios = Stream.of(Run.HOME.resolve("docs/examples/scenarios.yaml"))
                    .filter(file -> Run.isBuilt("scenarios"));
            return Stream.of(rules, seeds, layouts, panels, scenarios)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "over 300 bn yuan", "3000亿元", "３０００亿元", "RMB 5 mn", "¥5,000,000", "200–300 bn yuan",
                "about 1.5 trillion yuan", "不超过 3 亿元", "3 亿元以上", "Up To 5 Million Yuan", "≥ 3 bn yuan",
                        "100 thousand yuan"
            })
    void handwrittenMoneyIsAccepted(String money) throws IOException {
        String text = "projects: [{id: a, investment: \"" + money + "\"}]";
        assertThat(read(text)).isEmpty();
        assertThat(refusals("universe", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yieldRate: 90 %",
                "yieldRate: 0.9",
                "yieldRate: over 90 %",
                "yieldRate: 60–70 %",
                "yieldRate: 100%",
                "yieldRate: about 90 percent",
                "yieldRate: ~",
                "yieldRate: unknown",
                "yieldRate: [{value: 90 %, asOf: 2020}]",
                "yieldRate: {value: 90, unit: '%', bound: at-least}",
                "linkedFirms: 1,200",
                "linkedFirms: over 3 thousand",
                "linkedFirms: 1000-1200",
                "investment: {value: 300, unit: bn yuan}",
                "directFunding: 300 mn yuan",
                "childCarePlan: true",
                "upsideSharing: unknown",
                "milestones: [{step: award, reached: 2018-03-30}]",
                "claimsScale: true",
                "claimsScale: 'False'",
                "decided: 2018",
                "decided: 2018-03",
                "decided: 2018-03-30",
                "links: []",
                "links: {value: [a], source: s}",
                "milestones: [{step: landed, reached: 2018-03-30}]",
                "name: 360",
                "illustrative: true",
                "owner: {value: X, note: n}"
            })
    void everyFormOfAFactIsAccepted(String fact) throws IOException {
        String text = "projects:\n  - id: a\n    " + fact + "\n";
        assertThat(read(text)).isEmpty();
        assertThat(refusals("universe", text)).isEmpty();
    }

    /** Mistakes in shipped files, as `file | damaged text | original text`. */
    static List<String> damages() {
        return """
            rules/battery/pack.yaml | owner: winnow | ownr: winnow
            rules/battery/pack.yaml | version: 1.0.0 | note: 1
            rules/battery/pack.yaml | name: battery | name: Battery Pack
            rules/battery/pack.yaml | side: city, weight: 65 | side: town, weight: 65
            rules/battery/pack.yaml | weight: 65 | weight: heavy
            rules/battery/pack.yaml | weight: 65 | weight: -1
            rules/battery/pack.yaml | weight: 65 | weight: 0
            rules/battery/pack.yaml | weight: 65 | wieght: 65
            rules/battery/pack.yaml | recommend: 50 | recommend: 150
            rules/battery/pack.yaml | , decline: 25 |
            rules/battery/pack.yaml | [order-of-logic] | order-of-logic
            rules/battery/pack.yaml | chain-action >= technology | chain-action > technology
            rules/battery/pack.yaml | id: chain-action, title: Effect on the chain | id: chain-action
            rules/battery/limits.yaml | limits: | limitz:
            rules/battery/limits.yaml | id: leverage-ratio | id: Leverage_Ratio
            rules/battery/limits.yaml | 40 bn yuan}] | 40 bn yuans}]
            rules/battery/limits.yaml | 40 bn yuan}] | 40 bn roubles}]
            rules/battery/limits.yaml | 40 bn yuan}] | over 40 bn yuan}]
            rules/battery/limits.yaml | [{value: 40}] | [{value: 40, from: last year}]
            rules/battery/limits.yaml | [{value: 40}] | [{from: 2020}]
            rules/battery/limits.yaml | [{value: 40}] | []
            rules/battery/limits.yaml | [{value: 40}] | 40
            rules/battery/limits.yaml | [{value: 40}] | [{value: 40, sorce: a}]
            rules/battery/limits.yaml | [{value: 70 %}] | [{value: 170 %}]
            rules/battery/limits.yaml | assumed: true | assumed: yes please
            rules/battery/limits.yaml | assumed: true | note: none
            rules/battery/limits.yaml | reason: leaves room for imported ore only | note: none
            rules/battery/limits.yaml | values: [{value: 90 %}] | unit: percent
            rules/battery/cases/funding.yaml | expect: fires | expect: fire
            rules/battery/cases/funding.yaml | expect: fires | expected: fires
            rules/battery/cases/funding.yaml | cannot say, missing | cannot say, mising
            rules/battery/cases/funding.yaml | cannot say, missing: | unsure, missing:
            rules/battery/cases/funding.yaml | project: | projct:
            rules/battery/cases/funding.yaml | fundingNeed: | fundingNeeds:
            rules/battery/cases/funding.yaml | available: | availabel:
            rules/battery/cases/funding.yaml | complete: [funds] | complete: [fund]
            rules/battery/cases/technology.yaml | yieldRate: | yieldRates:
            seeds/illustrative/universe.yaml | asOf: 2025-12-31 | asOf: 31.12.2025
            seeds/illustrative/universe.yaml | name: illustrative | name: Illustrative One
            seeds/illustrative/universe.yaml | illustrative: true | illustrative: surely
            seeds/illustrative/universe.yaml | endMarkets: | endmarkets:
            seeds/illustrative/universe.yaml | {id: batteries, | {ide: batteries,
            seeds/illustrative/chain.yaml | stage: refining | stages: refining
            seeds/illustrative/chain.yaml | upstream: [lithium-refining] | upstream: lithium-refining
            seeds/illustrative/chain.yaml | links: | link:
            seeds/semiconductor/cities/qingdao.yaml | kind: guidance | kind: state
            seeds/semiconductor/cities/qingdao.yaml | over 300 bn yuan | over 300 bn
            seeds/semiconductor/cities/qingdao.yaml | over 300 bn yuan | 300 bn roubles
            seeds/semiconductor/cities/qingdao.yaml | bound: at-least | bound: atleast
            seeds/semiconductor/cities/qingdao.yaml | value: 200000 | value: many
            seeds/semiconductor/cities/qingdao.yaml | held: true | hold: true
            seeds/semiconductor/cities/qingdao.yaml | held: true | held: perhaps
            seeds/semiconductor/cities/qingdao.yaml | province: Shandong | provinz: Shandong
            seeds/semiconductor/cities/qingdao.yaml | tracks: [integrated-circuits] | tracks: integrated-circuits
            seeds/semiconductor/cities/qingdao.yaml | links: [display-modules] | links: [display-modules, display-modules]
            seeds/semiconductor/cities/qingdao.yaml | firm: Haier 海尔, | form: Haier 海尔,
            seeds/semiconductor/projects/sien.yaml | id: sien | ident: sien
            seeds/semiconductor/projects/sien.yaml | value: 2018-03-30 | value: 2018-13-30
            seeds/semiconductor/projects/sien.yaml | step: production | step: producing
            seeds/semiconductor/projects/sien.yaml | yieldRate: | yield:
            """.lines().toList();
    }

    @ParameterizedTest
    @MethodSource("damages")
    void mistakesRefusedByWinnowAreRefusedByTheSchema(String damage) throws IOException {
        String[] parts =
                Arrays.stream(damage.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        Path file = Run.HOME.resolve(parts[0]);
        String good = Files.readString(file);
        assertThat(good).contains(parts[1]);
        int at = good.indexOf(parts[1]);
        String bad = good.substring(0, at) + parts[2] + good.substring(at + parts[1].length());
        assertThat(refusals(kind(file), bad)).as("the editor accepts it").isNotEmpty();
        assertThat(refused(parts[0], bad)).as("winnow accepts it").isTrue();
    }

    /** Whether winnow refuses the pack or universe of a file after a change of its text. */
    private boolean refused(String path, String text) throws IOException {
        String[] parts = path.split("/", 3);
        Path shipped = Run.HOME.resolve(parts[0]).resolve(parts[1]);
        Path copy = folder.resolve(parts[1]);
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(shipped.relativize(file).toString()));
            }
        }
        Files.writeString(copy.resolve(parts[2]), text);
        if (parts[0].equals("seeds")) {
            return !Universe.read(ShippedFacts.VOCABULARY, copy).problems().isEmpty();
        }
        try {
            return !CaseRunner.run(RulePack.load(copy)).stream().allMatch(CaseResult::passed);
        } catch (PackException e) {
            return true;
        }
    }

    private static String kind(Path file) {
        String path = file.toString().replace('\\', '/');
        if (path.contains("/examples/panel/")) {
            return path.endsWith("/panel.yaml") ? "panel" : "judgements";
        }
        return path.contains("/cases/")
                ? "cases"
                : path.endsWith("/pack.yaml")
                        ? "pack"
                        : path.endsWith("/vocabulary.yaml")
                                ? "vocabulary"
                                : path.endsWith("/limits.yaml")
                                        ? "limits"
                                        : path.endsWith("/zh.yaml")
                                                ? "zh"
                                                : path.endsWith("/mapping.yaml")
                                                        ? "mapping"
                                                        : path.endsWith("/scenarios.yaml")
                                                                ? "scenario-file"
                                                                : "universe";
    }

    private List<String> read(String text) throws IOException {
        Path file =
                Files.writeString(folder.resolve("universe.yaml"), "universe: {name: u, asOf: 2026-01-01}\n" + text);
        return Universe.read(ShippedFacts.VOCABULARY, file).problems().stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> refusals(String kind, String yaml) throws IOException {
        Schema schema = SCHEMAS.computeIfAbsent(
                kind, one -> REGISTRY.getSchema(Run.winnow("schema", one).out(), InputFormat.JSON));
        return schema.validate(YAML.readTree(yaml)).stream()
                .map(Object::toString)
                .toList();
    }
}
