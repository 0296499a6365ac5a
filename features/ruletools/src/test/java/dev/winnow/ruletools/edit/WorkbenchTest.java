package dev.winnow.ruletools.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.console.Run;
import dev.winnow.console.option.DraftFiles;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.workbench.internal.edit.Draft;
import dev.winnow.workbench.internal.edit.Draft.Change;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editing of packs from the command line. */
class WorkbenchTest {

    @TempDir
    private Path folder;

    @Test
    void aPackIsCreatedCheckedTestedAndFormatted() {
        String pack = pack("my-policy");
        assertThat(Run.winnow("rules", "check", pack).out()).isEqualTo("my-policy 0.1.0: 2 rules, no problems\n");
        assertThat(Run.winnow("rules", "test", pack).out()).isEqualTo("6 passed, 0 failed\n");
        assertThat(Run.winnow("rules", "fmt", "--check", pack))
                .isEqualTo(new Run(0, "every rule file is formatted\n", ""));
    }

    @Test
    void aRuleIsAddedAndItsFilesReported() {
        String pack = pack("with-rule");
        Run run = Run.winnow("rules", "new", "rule", "port-near", "-r", pack, "--criterion", "quality");
        assertThat(run).isEqualTo(new Run(0, """
            created rule `port-near`:
              %1$s/quality.drl  extended
              %1$s/limits.yaml  extended
              %1$s/cases/quality.yaml  extended
            Replace the examples in them, which comments mark. Then
              winnow rules check %1$s
              winnow rules test %1$s
            """.formatted(pack), ""));
        assertThat(Run.winnow("rules", "new", "criterion", "reach", "-r", pack, "--side", "city")
                        .exit())
                .isZero();
        assertThat(Run.winnow("rules", "new", "rule", "port-near", "-r", pack, "--criterion", "quality"))
                .isEqualTo(new Run(
                        2, "", "winnow: the pack already has a rule `port-near`; did you mean `port-near-2`?\n"));
        assertThat(Run.winnow("rules", "new", "criterion", "Reach", "-r", pack).err())
                .isEqualTo("winnow: `Reach` is not a valid name for a criterion; did you mean `reach`?\n");
    }

    @Test
    void inextensibleFilesGetAProposalToPaste() throws IOException {
        String pack = pack("own-style");
        Files.writeString(Path.of(pack, "limits.yaml"), "limits: 3\n");
        Run run = Run.winnow("rules", "new", "rule", "more", "-r", pack, "--criterion", "quality", "--verb", "note");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo(pack + "/limits.yaml has no list `limits` to add to\n"
                        + "winnow: nothing was written; paste the above by hand\n");
        assertThat(run.out())
                .contains(
                        "# " + pack + "/quality.drl, at the end:\n// more is an example",
                        "# " + pack + "/limits.yaml, under `limits`:\n- id: more-limit\n",
                        "# " + pack + "/cases/quality.yaml, under `cases`:\n- case: ");
        assertThat(Files.readString(Path.of(pack, "quality.drl"))).doesNotContain("rule \"more\"");
    }

    @Test
    void aMissingPackIsReported() {
        Run run = Run.winnow("rules", "new", "rule", "more", "-r", folder + "/none");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo(folder + "/none: rule pack not found\nwinnow: 1 problem; nothing was written\n");
    }

    @Test
    void unformattedFilesFailTheGateAndAreFormattedOnce() throws IOException {
        String pack = pack("untidy");
        Path file = Path.of(pack, "quality.drl");
        String tidy = Files.readString(file);
        Files.writeString(file, tidy.replace("( ", "("));
        assertThat(Run.winnow("rules", "fmt", "--check", pack))
                .isEqualTo(new Run(1, "would change " + file + "\n", ""));
        assertThat(Run.winnow("rules", "fmt", pack)).isEqualTo(new Run(0, "formatted " + file + "\n", ""));
        assertThat(Files.readString(file)).isEqualTo(tidy);
        assertThat(Run.winnow("rules", "fmt", pack, "-q")).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void anInvalidFileIsReportedAndLeftUnformatted() throws IOException {
        String pack = pack("unlawful");
        Path file = Path.of(pack, "quality.drl");
        Files.writeString(file, Files.readString(file).replace("Project(", "Projekt("));
        Run run = Run.winnow("rules", "fmt", pack);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains("unknown type `Projekt`", "did you mean `Project`?")
                .endsWith("files with problems were not changed\n");
    }

    @Test
    void shippedPacksAreFormatted() {
        for (String pack : new String[] {"semiconductor", "battery", "battery-review", "chips-act", "data-centre"}) {
            assertThat(Run.winnow("rules", "fmt", "--check", pack).exit())
                    .as(pack)
                    .isZero();
        }
    }

    @Test
    void shippedPacksAreNotModified() throws IOException {
        URI jar = URI.create("jar:" + folder.resolve("program.jar").toUri());
        try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Draft draft = new Draft(
                    List.of(new Change(inside.getPath("/battery/funding.drl"), null, "x", "x", null)),
                    List.of(),
                    null,
                    null);
            assertThatThrownBy(() -> DraftFiles.write(draft.files(), draft::write))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("this pack is part of the program and cannot be edited");
            assertThat(inside.getPath("/battery")).doesNotExist();
        }
    }

    @Test
    void limitsAreShownAsOfTheGivenDay() {
        assertThat(Run.winnow("rules", "list", "--reads").out()).contains("limits.several-links (2)");
        assertThat(Run.winnow("rules", "list", "--reads", "--as-of", "1999-12-31")
                        .out())
                .contains("limits.end-market-scale (not yet");
    }

    private String pack(String name) {
        String pack = folder.resolve(name).toString();
        assertThat(Run.winnow("rules", "new", "pack", pack).exit()).isZero();
        return pack;
    }

    @Test
    void aPackIsCopiedToAnotherCurrency(@TempDir Path parent) throws IOException {
        String pack = parent.resolve("dollars").toString();
        Run refused = Run.winnow("rules", "new", "pack", pack, "--from", "battery", "--currency", "USD");
        assertThat(refused.exit()).isEqualTo(Exit.USAGE);
        assertThat(refused.err())
                .contains("the amounts of `battery` are in yuan; convert them by a rate and its date, such as"
                        + " `--rate CNY=…@2025-12-31`");

        assertThat(Run.winnow(
                                "rules",
                                "new",
                                "pack",
                                pack,
                                "--from",
                                "battery",
                                "--currency",
                                "USD",
                                "--rate",
                                "CNY=0.14@2025-12-31")
                        .exit())
                .isEqualTo(Exit.DONE);

        assertThat(Files.readString(Path.of(pack, "limits.yaml")))
                .contains("5.6 bn USD")
                .doesNotContain("yuan");
        assertThat(Files.readString(Path.of(pack, "README.md")))
                .contains("Begun from the pack battery. Its amounts are converted at 1 yuan = 0.14 USD (2025-12-31).");
        assertThat(Run.winnow("rules", "test", pack).out()).contains("147 passed, 0 failed");
    }

    @Test
    void aNewPackUsesTheGivenCurrency(@TempDir Path parent) {
        String pack = parent.resolve("euros").toString();
        assertThat(Run.winnow("rules", "new", "pack", pack, "--currency", "EUR").exit())
                .isEqualTo(Exit.DONE);
        assertThat(Run.winnow("rules", "test", pack).out()).contains("6 passed, 0 failed");
    }

    @Test
    void watchingRepeatsTheCheckAfterASave(@TempDir Path parent) {
        String pack = parent.resolve("watched").toString();
        Run.winnow("rules", "new", "pack", pack);
        Run run = Run.winnow("rules", "check", pack, "--watch", "--runs", "1");
        assertThat(run.out()).startsWith("── run 1 ──").contains("watched 0.1.0: 2 rules, no problems");
        assertThat(run.err()).contains("watching `" + pack + "`; Ctrl-C ends");
    }
}
