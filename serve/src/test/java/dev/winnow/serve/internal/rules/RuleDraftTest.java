package dev.winnow.serve.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.workbench.internal.edit.LineEnds;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The unsaved edits of a pack, and what saving writes of them. */
class RuleDraftTest {

    private static final String LIMITS = "limits.yaml";

    @TempDir
    private Path parent;

    private Path pack;
    private RuleDraft draft;

    @BeforeEach
    void pack() throws IOException {
        pack = parent.resolve("pack");
        Files.createDirectories(pack.resolve("cases"));
        Files.writeString(pack.resolve("pack.yaml"), "name: pack\n");
        Files.writeString(pack.resolve(LIMITS), "limits: []\n");
        draft = new RuleDraft(pack, null, RuleDraft.Keeping.NOTHING);
    }

    private void put(String name, String text) throws RefusedRequest {
        draft.put(Map.of(name, text), Map.of(), Map.of());
    }

    private String onDisk(String name) throws IOException {
        return Files.readString(pack.resolve(name));
    }

    @Test
    void anEditIsKeptAndNothingIsWritten() throws RefusedRequest, IOException {
        put(LIMITS, "limits: [1]\n");
        assertThat(draft.now().texts()).containsExactly(Map.entry(LIMITS, "limits: [1]\n"));
        assertThat(draft.revision()).isEqualTo(1);
        assertThat(onDisk(LIMITS)).isEqualTo("limits: []\n");
    }

    @Test
    void theTextOfTheDiskIsNoEdit() throws RefusedRequest {
        put(LIMITS, "limits: [1]\n");
        put(LIMITS, "limits: []\n");
        assertThat(draft.now().texts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "missing.drl",
                "../outside.yaml",
                "cases/../../outside.yaml",
                "/etc/passwd",
                "cases",
                "pack.yaml/",
                "./limits.yaml",
                "linked.drl"
            })
    void onlyFilesOfThePackCanBeEdited(String name) throws IOException {
        Files.writeString(parent.resolve("outside.yaml"), "a: b\n");
        Files.createSymbolicLink(pack.resolve("linked.drl"), parent.resolve("outside.yaml"));
        assertThatThrownBy(() -> put(name, "x")).isInstanceOf(RefusedRequest.class);
        assertThat(draft.now().texts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.drl", "a/b.drl", "/x.drl", "cases/../x.yaml", "cases/a/b.yaml", "x.sh", "\0.drl"})
    void noFileIsAddedOutsideThePack(String name) {
        assertThatThrownBy(() -> draft.add(Map.of(name, "x"), draft.revision())).isInstanceOf(RefusedRequest.class);
        assertThat(draft.now().texts()).isEmpty();
    }

    @Test
    void aTextThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> put(LIMITS, "x".repeat(600_000)))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageContaining("512 KB");
    }

    @Test
    void lineEndsAndTheMarkOfAFileStay() throws RefusedRequest, IOException {
        Files.writeString(pack.resolve(LIMITS), "\uFEFFlimits:\r\n  []\r\n");
        put(LIMITS, "limits:\n  [1]\n");
        assertThat(draft.now().texts()).containsEntry(LIMITS, "\uFEFFlimits:\r\n  [1]\r\n");
    }

    @Test
    void savingWritesTheEditsAndKeepsPermissions() throws RefusedRequest, IOException {
        Files.setPosixFilePermissions(pack.resolve(LIMITS), PosixFilePermissions.fromString("rw-r-----"));
        put(LIMITS, "limits: [1]\n");
        draft.add(Map.of("cases/new.yaml", "cases: []\n"), draft.revision());
        SavePlan plan = SavePlan.of(draft);
        plan.write();
        draft.saved(plan.state(), plan.texts());
        assertThat(onDisk(LIMITS)).isEqualTo("limits: [1]\n");
        assertThat(onDisk("cases/new.yaml")).isEqualTo("cases: []\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pack.resolve(LIMITS))))
                .isEqualTo("rw-r-----");
        assertThat(draft.now().texts()).isEmpty();
    }

    @Test
    void aFileThatChangedOnDiskIsNotOverwritten() throws RefusedRequest, IOException {
        put(LIMITS, "limits: [1]\n");
        Files.writeString(pack.resolve(LIMITS), "limits: [2]\n");
        assertThat(SavePlan.of(draft).conflicts()).containsExactly(LIMITS);
        assertThat(SavePlan.of(draft).changes()).isEmpty();
    }

    @Test
    void aFileThatChangedBeforeItsFirstEditIsNotOverwritten() throws RefusedRequest, IOException {
        String seen = Digest.of("limits: []\n");
        Files.writeString(pack.resolve(LIMITS), "limits: [2]\n");
        draft.put(Map.of(LIMITS, "limits: [1]\n"), Map.of(LIMITS, seen), Map.of());
        assertThat(SavePlan.of(draft).conflicts()).containsExactly(LIMITS);
    }

    @Test
    void aFileThatChangesWhileThePlanIsShownIsNotOverwritten() throws RefusedRequest, IOException {
        put(LIMITS, "limits: [1]\n");
        SavePlan plan = SavePlan.of(draft);
        Files.writeString(pack.resolve(LIMITS), "limits: [2]\n");
        assertThatThrownBy(plan::write).isInstanceOf(IOException.class);
        assertThat(onDisk(LIMITS)).isEqualTo("limits: [2]\n");
    }

    @Test
    void aSettledConflictIsSaved() throws RefusedRequest, IOException {
        put(LIMITS, "limits: [1]\n");
        Files.writeString(pack.resolve(LIMITS), "limits: [2]\n");
        draft.settle(LIMITS, "limits: [1, 2]\n", Digest.of("limits: [2]\n"));
        SavePlan.of(draft).write();
        assertThat(onDisk(LIMITS)).isEqualTo("limits: [1, 2]\n");
    }

    @Test
    void aConflictIsNotSettledWithAnotherFileThanTheOneSeen() throws RefusedRequest, IOException {
        put(LIMITS, "limits: [1]\n");
        Files.writeString(pack.resolve(LIMITS), "limits: [3]\n");
        assertThatThrownBy(() -> draft.settle(LIMITS, "limits: [1]\n", Digest.of("limits: [2]\n")))
                .isInstanceOf(RefusedRequest.class)
                .hasMessage("`limits.yaml` has been changed in the meantime");
    }

    @Test
    void aConflictStaysWhenItsTextIsRefused() throws RefusedRequest, IOException {
        put(LIMITS, "limits: [1]\n");
        Files.writeString(pack.resolve(LIMITS), "limits: [2]\n");
        String tooLarge = "#".repeat(10_000_000);
        assertThatThrownBy(() -> draft.settle(LIMITS, tooLarge, Digest.of("limits: [2]\n")))
                .isInstanceOf(RefusedRequest.class);
        assertThat(SavePlan.of(draft).conflicts()).containsExactly(LIMITS);
    }

    @Test
    void textsMadeFromOlderEditsDoNotReplaceNewerOnes() throws RefusedRequest {
        long older = draft.revision();
        put(LIMITS, "limits: [1]\n");
        assertThatThrownBy(() -> draft.put(Map.of(LIMITS, "limits: [3]\n"), older))
                .isInstanceOf(RefusedRequest.class);
        assertThatThrownBy(() -> draft.add(Map.of(LIMITS, "limits: [3]\n"), older))
                .isInstanceOf(RefusedRequest.class);
        assertThat(draft.now().texts()).containsEntry(LIMITS, "limits: [1]\n");
    }

    @Test
    void savingFollowsNoLink() throws RefusedRequest, IOException {
        Path outside = Files.createDirectory(parent.resolve("outside"));
        draft.add(Map.of("cases/new.yaml", "cases: []\n"), draft.revision());
        SavePlan plan = SavePlan.of(draft);
        Files.delete(pack.resolve("cases"));
        Files.createSymbolicLink(pack.resolve("cases"), outside);
        assertThatThrownBy(plan::write)
                .isInstanceOf(IOException.class)
                .hasMessage("`cases/new.yaml` is a link; links are not allowed in a pack");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void savingDoesNotWriteThroughALinkBesideTheFile() throws RefusedRequest, IOException {
        Path outside = Files.writeString(parent.resolve("outside.yaml"), "a: b\n");
        Files.createSymbolicLink(pack.resolve(".limits.yaml.part"), outside);
        put(LIMITS, "limits: [1]\n");
        SavePlan.of(draft).write();
        assertThat(outside).hasContent("a: b\n");
        assertThat(onDisk(LIMITS)).isEqualTo("limits: [1]\n");
    }

    @Test
    void anEditDuringSavingStaysUnsaved() throws RefusedRequest, IOException {
        put(LIMITS, "limits: [1]\n");
        SavePlan plan = SavePlan.of(draft);
        plan.write();
        put(LIMITS, "limits: [1, 2]\n");
        draft.saved(plan.state(), plan.texts());
        assertThat(draft.now().texts()).containsEntry(LIMITS, "limits: [1, 2]\n");
        assertThat(SavePlan.of(draft).conflicts()).isEmpty();
    }

    @Test
    void aPackInAJarIsEditedInMemory() throws RefusedRequest, IOException {
        Path jar = parent.resolve("packs.jar");
        try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Path shipped = Files.createDirectory(inside.getPath("/pack"));
            Files.writeString(shipped.resolve(LIMITS), "limits: []\n");
            RuleDraft inJar = new RuleDraft(shipped, null, RuleDraft.Keeping.NOTHING);
            inJar.put(Map.of(LIMITS, "limits: [1]\n"), Map.of(), Map.of());
            assertThat(inJar.files().files().raw(LIMITS)).isEqualTo("limits: [1]\n");
            assertThat(SavePlan.of(inJar).texts()).containsOnlyKeys(LIMITS);
        }
    }

    @Test
    void filesAreReadAgainWhenTheyChange() throws RefusedRequest, IOException {
        assertThat(limits(new ArrayList<>())).isZero();
        Files.writeString(pack.resolve(LIMITS), "limits: [2]\n");
        assertThat(limits(new ArrayList<>())).isEqualTo(1);
        put(LIMITS, "limits: [3\n");
        List<Problem> problems = new ArrayList<>();
        limits(problems);
        limits(problems);
        assertThat(problems).hasSize(2);
    }

    /** Reads the file of limits and returns their number. */
    private int limits(List<Problem> problems) throws RefusedRequest {
        Node root = draft.files().files().yaml(LIMITS, problems);
        return root == null ? 0 : root.list("limits", problems).size();
    }

    @Test
    void discardedEditsAreGone() throws RefusedRequest {
        put(LIMITS, "limits: [1]\n");
        draft.discard(List.of(LIMITS));
        assertThat(draft.now().texts()).isEmpty();
        assertThat(draft.revision()).isEqualTo(2);
    }

    @Test
    void editsOfTwoPagesAreMergedAndNeverOverwritten() throws RefusedRequest {
        String disk = LineEnds.plain(String.valueOf(draft.onDisk().raw(LIMITS)));
        assertThat(draft.put(Map.of(LIMITS, "# first\n" + disk), Map.of(), Map.of(LIMITS, disk)))
                .isEmpty();
        assertThat(draft.put(Map.of(LIMITS, disk + "# last\n"), Map.of(), Map.of(LIMITS, disk)))
                .containsExactly(LIMITS);
        assertThat(text(LIMITS)).isEqualTo("# first\n" + disk + "# last\n");
        assertThatThrownBy(() -> draft.put(Map.of(LIMITS, "# other\n" + disk), Map.of(), Map.of(LIMITS, disk)))
                .hasMessage("another page or program edited the same lines of `limits.yaml`");
        assertThat(text(LIMITS)).isEqualTo("# first\n" + disk + "# last\n");
    }

    private String text(String name) {
        return LineEnds.plain(
                Objects.requireNonNull(draft.now().edited().get(name)).text());
    }
}
