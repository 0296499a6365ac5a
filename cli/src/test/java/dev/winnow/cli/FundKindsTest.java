package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import dev.winnow.console.terminal.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack declares the kinds of funds. */
class FundKindsTest {

    private static final String KINDS = """
          funds:
            has:
              kind:
                is: one of [guidance, aic, market, sovereign]
                words: {sovereign: {en: [sovereign fund, state holding], zh: 主权基金}}
        """;

    private static final String UNIVERSE = """
        universe: {name: coast, asOf: 2025-06-30}
        tracks: [{id: chips, name: Chips}]
        endMarkets: [{id: automotive, name: Automotive}]
        chains: [{id: ic, name: IC, links: [{id: fab, name: Fab, stage: making}]}]
        cities:
          - id: northport
            name: Northport
            aicEquityPilotSince: 2024-01-01
            funds: [{id: deep, name: Deep Fund, kind: KIND, tracks: [chips]}]
        projects:
          - {id: gale, name: Gale, track: chips, links: [fab], endMarkets: [automotive]}
        """;

    @TempDir
    private Path folder;

    private PackCopy pack(String kinds, String ruled) {
        return PackCopy.of("semiconductor", folder)
                .add("vocabulary.yaml", kinds)
                .replace("funding.drl", "kind == \"aic\"", "kind == \"" + ruled + "\"");
    }

    private String universe(String kind) throws IOException {
        return Files.writeString(folder.resolve("universe.yaml"), UNIVERSE.replace("KIND", kind))
                .toString();
    }

    @Test
    void aDeclaredKindIsScreened() throws IOException {
        String rules = pack(KINDS, "sovereign").folder().toString();

        Run run = Run.winnow("screen", "-u", universe("sovereign"), "-r", rules, "-f", "json");

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(run.out()).contains("and Deep Fund may invest");
        assertThat(Run.winnow("screen", "-u", universe("guidance"), "-r", rules, "-f", "json")
                        .out())
                .doesNotContain("and Deep Fund may invest");
    }

    @Test
    void anUnknownKindIsRefusedInTheUniverse() throws IOException {
        Run run = Run.winnow(
                "screen",
                "-u",
                universe("sovereing"),
                "-r",
                pack(KINDS, "aic").folder().toString());

        assertThat(run.err())
                .contains("universe.yaml:9:47: `sovereing` is not a kind\n")
                .contains("did you mean `sovereign`?");
        assertThat(run.exit()).isEqualTo(Exit.PROBLEMS);
    }

    @Test
    void anUnknownKindIsRefusedInRules() {
        Run.assumeBuilt("rules check");
        Run run = Run.winnow(
                "rules", "check", "-r", pack(KINDS, "sovereing").folder().toString());

        assertThat(run.out() + run.err()).contains("did you mean `sovereign`?");
        assertThat(run.exit()).isEqualTo(Exit.PROBLEMS);
    }

    @Test
    void aDeclaredListReplacesThatOfTheCore() throws IOException {
        Run.assumeBuilt("rules check");
        PackCopy pack = pack(KINDS.replace("guidance, aic, market, ", ""), "sovereign");

        assertThat(Run.winnow(
                                "screen",
                                "-u",
                                universe("aic"),
                                "-r",
                                pack.folder().toString())
                        .err())
                .contains("`aic` is not a kind");
        assertThat(Run.winnow(
                                "rules",
                                "check",
                                "-r",
                                pack.replace("funding.drl", "\"sovereign\"", "\"aic\"")
                                        .folder()
                                        .toString())
                        .exit())
                .isEqualTo(Exit.PROBLEMS);
    }

    @Test
    void cellsAcceptAnyNameOfAKind() throws IOException {
        universe("market");
        Path funds = Files.writeString(
                folder.resolve("funds.csv"),
                "City,Fund id,Fund,Kind\nnorthport,a,A,State holding\nnorthport,b,B,主权基金\n");

        Run run = Run.winnow(
                "import",
                funds.toString(),
                "-u",
                folder.resolve("universe.yaml").toString(),
                "-r",
                pack(KINDS, "aic").folder().toString(),
                "-o",
                folder.resolve("read.yaml").toString());

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(folder.resolve("read.yaml")).content().containsPattern("(?s)kind: sovereign.*kind: sovereign");
    }
}
