package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A valid rule that combines long lists: the screening stops and names the rule. */
class OverrunTest {

    private static final int ROWS = 120;

    @TempDir
    private Path folder;

    @Test
    void screeningStopsWithAMessage() throws IOException {
        Run.assumeBuilt("rules check");
        Path pack = folder.resolve("greedy");
        assertThat(Run.winnow("rules", "new", "pack", pack.toString()).exit()).isZero();
        Path rules = pack.resolve("quality.drl");
        String text = Files.readString(rules);
        Files.writeString(rules, text.replaceFirst("\nthen\n", "\n  Demand()\n  LeadUser()\n  Firm()\nthen\n"));
        Path universe = Files.writeString(folder.resolve("crowd.yaml"), crowd());

        Run run = Run.winnow("screen", "-r", pack.toString(), "-u", universe.toString());

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().replace(folder + "/", ""))
                .startsWith("greedy/quality.drl:")
                .contains(
                        "` has more than 10,000 matches for project `mine` in `town`\n",
                        "relate its patterns to each other")
                .endsWith("winnow: 1 problem; nothing was screened\n");
    }

    private static String crowd() {
        StringBuilder yaml = new StringBuilder("universe: {name: crowd, asOf: 2025-01-01}\n");
        yaml.append("endMarkets:\n");
        rows(yaml, "  - {id: market-%d, name: Market %d}\n");
        yaml.append("cities:\n  - id: town\n    name: Town\n    demands:\n");
        rows(yaml, "      - {endMarket: market-%d}\n");
        yaml.append("    leadUsers:\n");
        rows(yaml, "      - {firm: user-%d, endMarket: market-%d}\n");
        yaml.append("    firms:\n");
        rows(yaml, "      - {name: firm-%d}\n");
        return yaml.append("projects:\n  - {id: mine, name: Mine}\n").toString();
    }

    private static void rows(StringBuilder yaml, String form) {
        for (int i = 0; i < ROWS; i++) {
            yaml.append(form.replace("%d", String.valueOf(i)));
        }
    }
}
