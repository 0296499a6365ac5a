package dev.winnow.ruletools.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.engine.RulePack;
import dev.winnow.model.source.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code winnow rules doc}. */
class PackDocumentTest {

    @ParameterizedTest
    @ValueSource(strings = {"semiconductor", "battery", "battery-review", "chips-act", "data-centre"})
    void containsEveryCriterionRuleLimitAndCase(String name) {
        RulePack pack = RulePack.load(Run.HOME.resolve("rules").resolve(name));

        Run run = Run.winnow("rules", "doc", name);

        assertThat(run.exit()).isZero();
        pack.criteria().forEach(criterion -> assertThat(run.out()).contains("`" + criterion.id() + "`"));
        pack.rules()
                .forEach(rule -> assertThat(run.out())
                        .contains(
                                rule.table() == null
                                        ? "### " + rule.title() + "\n\n`" + rule.id() + "`"
                                        : "\n| `" + rule.id() + "`"));
        pack.limits().forEach(limit -> assertThat(run.out()).contains("| `" + limit.id() + "`"));
        pack.cases().forEach(one -> assertThat(run.out()).contains(" | " + one.expected() + " |"));
        pack.vocabulary()
                .ofProject()
                .forEach(fact -> assertThat(run.out())
                        .contains("| `Project` project | `" + fact.component().name() + "` "));
        pack.vocabulary()
                .lists()
                .forEach(list -> assertThat(run.out())
                        .contains("| `" + list.row() + "` " + list.rowCalled().inLanguage(Language.EN) + " | `"));
    }

    @Test
    void aDeclaredFactHasMeaningAndQuestion() {
        assertThat(Run.winnow("rules", "doc", "data-centre").out())
                .contains(
                        "| `City` city | `hubKind` kind of hub | what the national plan makes of the place: a hub near"
                                + " users, one rich in renewables, or outside the hubs | What does the national plan make"
                                + " of the city: a hub near users, one rich in renewables, or neither? |\n",
                        "| `Project` project | `itLoad` IT load (MW) | power of all servers",
                        "| `NetworkRoute` network route | `region` region | the region that it reaches:"
                                + " Beijing-Tianjin-Hebei, Yangtze Delta, Greater Bay Area, Chengdu-Chongqing |  |\n");
        assertThat(Run.winnow("rules", "doc", "data-centre", "--lang", "zh", "-f", "html")
                        .out())
                .contains(
                        "规则包声明的事实",
                        "<td>供电来源 <code>PowerSupply</code></td><td>可供容量（兆瓦） <code>capacity</code></td>"
                                + "<td>尚可供给新建数据中心的容量</td><td>…尚可供新建数据中心多少兆瓦？</td>");
    }

    @Test
    void aDecisionTableIsShownAsATable() {
        assertThat(Run.winnow("rules", "doc", "data-centre").out()).contains("""
            ### Its users are near enough by cable

            `latency`, a table of rules: 2, of the family `latency`, which counts once

            When

            - the city has a network route whose region is among the project's regions served and whose latency is at most limit `$max`

            | Rule | `$max` | Then it |
            |---|---|---|
            | `users-in-one-region` Its users are within the latency of one regional network | `latency-in-region` | awards 70 points |
            | `users-between-hubs` Its users are within the latency of the network of hubs | `latency-between-hubs` | awards 45 points |

            and says: “⟨region⟩ is ⟨latency⟩ away; the limit is ⟨limit⟩”

            Source: opinions: goals for the end of 2025

            | Example | Rule | It |
            |---|---|---|
            | 3 ms to the region that it serves | `users-in-one-region` | fires |
            """, """
            ### PUE is within the limit for the cluster

            `pue`, a table of rules: 2, of the family `pue`, which counts once

            When

            - the project's PUE is at most limit `$max`

            then it **awards 40 points**, and says: “PUE is ⟨PUE⟩; the limit for a cluster ⟨kind of hub⟩ is ⟨limit⟩”

            | Rule | `$max` | If |
            |---|---|---|
            | `pue-met-near-users` | `pue-near-users` | the city's kind of hub is “near-users” |
            | `pue-met-among-renewables` | `pue-among-renewables` | the city's kind of hub is “rich-in-renewables” |

            Source: replies: start-up areas of the clusters
            """);
        assertThat(Run.winnow("rules", "doc", "data-centre", "-f", "html", "--lang", "zh")
                        .out())
                .contains(
                        "<article id=\"rule-latency\"",
                        "规则表，共2条",
                        "<tr id=\"rule-users-in-one-region\"",
                        "<th scope=\"col\"><code>$max</code></th>",
                        "得70分");
    }

    @Test
    void thePageHasLinkTargets() {
        Run run = Run.winnow("rules", "doc", "battery", "--format", "html");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("<!doctype html>")
                .contains(
                        "id=\"criterion-demand-pull\"",
                        "id=\"rule-end-market-at-scale\"",
                        "id=\"limit-end-market-scale\"")
                .doesNotContain("http:", "https:", "<script");
    }

    @Test
    void theFileEndingSelectsAPage(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("Battery.HTML");
        Path text = folder.resolve("battery.md");

        assertThat(Run.winnow("rules", "doc", "battery", "-o", page.toString()).exit())
                .isZero();
        assertThat(Run.winnow("rules", "doc", "battery", "-o", text.toString()).exit())
                .isZero();

        assertThat(page).content().startsWith("<!doctype html>");
        assertThat(text).content().startsWith("# Batteries");
    }

    @Test
    void authorsTextsAreNeverMarkup(@TempDir Path folder) throws IOException {
        Path pack = folder.resolve("battery");
        copy(Run.HOME.resolve("rules").resolve("battery"), pack);
        Path yaml = pack.resolve("pack.yaml");
        String title = "'<script>alert(1)</script> [x](javascript:alert(2)) **bold** | `code` <!-- '";
        Files.writeString(yaml, Files.readString(yaml).replaceFirst("(?m)^title: .*$", "title: " + title));

        Run page = Run.winnow("rules", "doc", pack.toString(), "-f", "html");

        assertThat(page.exit()).as(page.err()).isZero();
        assertThat(page.out())
                .contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(2)) **bold** | `code`"
                        + " &lt;!--</h1>")
                .doesNotContain("<script", "href=\"javascript", "<!-- ");
    }

    @Test
    void anUnknownFormatIsReported() {
        assertThat(Run.winnow("rules", "doc", "-f", "htm").err())
                .contains("unknown value `htm` for --format; did you mean `html`?");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
