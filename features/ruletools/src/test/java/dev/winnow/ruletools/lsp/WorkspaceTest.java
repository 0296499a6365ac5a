package dev.winnow.ruletools.lsp;

import static dev.winnow.ruletools.lsp.EditorSession.at;
import static dev.winnow.ruletools.lsp.EditorSession.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack and its universe in the folder of an editor. */
class WorkspaceTest {

    @TempDir
    private Path temporary;

    private Path folder;
    private Path pack;
    private Path universe;
    private EditorSession editor;

    @BeforeEach
    void anEditorOpensAFolder() throws Exception {
        folder = temporary.toRealPath();
        PackCopy.of("semiconductor", Files.createDirectory(folder.resolve("rules")));
        pack = folder.resolve("rules/semiconductor");
        universe = Files.createDirectories(folder.resolve("data/semiconductor"));
        copy(Path.of("../../seeds/semiconductor"), universe);
        editor = new EditorSession(folder, false, new JsonObject());
    }

    @AfterEach
    void theEditorLeaves() throws IOException {
        editor.close();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied);
            }
        }
    }

    private List<? extends CodeLens> lenses(Path file) throws Exception {
        return editor.server
                .getTextDocumentService()
                .codeLens(new CodeLensParams(id(file)))
                .get();
    }

    private List<String> titles(Path file) throws Exception {
        return lenses(file).stream().map(lens -> lens.getCommand().getTitle()).toList();
    }

    @Test
    void eachRuleShowsItsCasesAndItsMatches() throws Exception {
        Path rules = pack.resolve("demand-pull.drl");
        editor.open(rules);
        List<? extends CodeLens> lenses = lenses(rules);
        assertThat(lenses.get(0).getCommand().getTitle())
                .matches("cases: (\\d+) of \\1 pass · matches [1-9]\\d* candidates");
        assertThat(lenses.get(0).getRange().getStart()).isEqualTo(at(rules, "\"end-market-at-scale"));
        assertThat(titles(pack.resolve("cases/demand-pull.yaml"))).isNotEmpty().containsOnly("passes");
    }

    @Test
    void withoutAUniverseOnlyCasesAreShown() throws Exception {
        Files.delete(universe.resolve("universe.yaml"));
        assertThat(titles(pack.resolve("demand-pull.drl")).get(0)).matches("cases: (\\d+) of \\1 pass");
    }

    @Test
    void aSavedChangeShowsWhichCasesFail() throws Exception {
        Path rules = pack.resolve("demand-pull.drl");
        editor.open(rules);
        assertThat(titles(rules)).noneMatch(title -> title.contains("0 of"));
        String text = Files.readString(rules);
        Files.writeString(rules, text.replaceFirst("annualOutput >= \\$min", "annualOutput < \\$min"));
        editor.saved(rules);
        assertThat(titles(rules).get(0))
                .doesNotMatch("cases: (\\d+) of \\1 pass.*")
                .startsWith("cases: ");
        assertThat(titles(pack.resolve("cases/demand-pull.yaml")))
                .anyMatch(title -> title.startsWith("fails: expected fires, found does not fire"));
    }

    @Test
    void anUnsavedChangeRunsNoCases() throws Exception {
        Path rules = pack.resolve("demand-pull.drl");
        List<String> saved = titles(rules);
        editor.open(rules, Files.readString(rules).replaceFirst("annualOutput >= \\$min", "annualOutput < \\$min"));
        assertThat(titles(rules)).isEqualTo(saved);
    }

    @Test
    void anEditorThatRefreshesIsToldWhenTheCasesHaveRun() throws Exception {
        editor.close();
        editor = new EditorSession(folder, true, new JsonObject());
        Path rules = pack.resolve("demand-pull.drl");
        editor.open(rules);
        while (lenses(rules).isEmpty()) {
            assertThat(editor.refreshes.poll(60, TimeUnit.SECONDS)).isTrue();
        }
        editor.refreshes.clear();
        editor.saved(rules);
        assertThat(editor.refreshes.poll(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theCommandOfALensRunsItsCases() throws Exception {
        Path rules = pack.resolve("demand-pull.drl");
        assertThat(run(rules)).matches("cases: (\\d+) of \\1 pass");
        Files.writeString(
                rules, Files.readString(rules).replaceFirst("annualOutput >= \\$min", "annualOutput < \\$min"));
        assertThat(run(rules)).doesNotMatch("cases: (\\d+) of \\1 pass").contains(": expected ");
    }

    private String run(Path rules) throws Exception {
        editor.server
                .getWorkspaceService()
                .executeCommand(new ExecuteCommandParams(
                        "winnow.runCases",
                        List.of(new JsonPrimitive(rules.toUri().toString()), new JsonPrimitive("end-market-at-scale"))))
                .get();
        return editor.messages.poll(60, TimeUnit.SECONDS);
    }

    @Test
    void aTypoInAUniverseIsReported() throws Exception {
        Path project = universe.resolve("projects/boe.yaml");
        editor.open(project, Files.readString(project).replace("subTracks:", "subTrack:"));
        assertThat(editor.diagnostics(project))
                .filteredOn(one -> one.getSeverity() == DiagnosticSeverity.Error)
                .singleElement()
                .satisfies(one -> assertThat(one.getMessage().getLeft())
                        .isEqualTo("a project has no `subTrack`; did you mean `subTracks`?"));
    }

    @Test
    void aFactOfAUniverseIsExplainedAndFoundInThePack() throws Exception {
        Path project = universe.resolve("projects/boe.yaml");
        editor.open(project);
        Position fact = at(project, "subTracks");
        assertThat(editor.server
                        .getTextDocumentService()
                        .hover(new HoverParams(id(project), fact))
                        .get()
                        .getContents()
                        .getRight()
                        .getValue())
                .contains("the narrower tracks it belongs to", "track-and-place.drl");
        assertThat(editor.server
                        .getTextDocumentService()
                        .definition(new DefinitionParams(id(project), fact))
                        .get()
                        .getLeft())
                .singleElement()
                .satisfies(place -> assertThat(place.getUri())
                        .isEqualTo(pack.resolve("vocabulary.yaml").toUri().toString()));
    }

    @Test
    void factsOfAUniverseAreCompleted() throws Exception {
        Path project = universe.resolve("projects/boe.yaml");
        String text = Files.readString(project).replace("    subTracks: [new-displays]", "    yie");
        editor.open(project, text);
        Position behind = at(project, "    subTracks");
        behind.setCharacter(7);
        assertThat(editor.server
                        .getTextDocumentService()
                        .completion(new CompletionParams(id(project), behind))
                        .get()
                        .getLeft())
                .extracting(CompletionItem::getLabel)
                .contains("yieldRate");
    }

    @Test
    void theReferencesOfAFactAreInThePackAndInTheUniverse() throws Exception {
        Path vocabulary = pack.resolve("vocabulary.yaml");
        editor.open(vocabulary);
        assertThat(editor.server
                        .getTextDocumentService()
                        .references(new ReferenceParams(
                                id(vocabulary), at(vocabulary, "coInvestors"), new ReferenceContext(true)))
                        .get())
                .extracting(place -> place.getUri())
                .contains(
                        pack.resolve("demand-pull.drl").toUri().toString(),
                        universe.resolve("projects/sien.yaml").toUri().toString());
    }

    @Test
    void aFactRenamedInTheUniverseIsRenamedInThePack() throws Exception {
        List<String> before = verdicts(pack);
        Path project = universe.resolve("projects/sien.yaml");
        editor.open(project);
        WorkspaceEdit edit = editor.server
                .getTextDocumentService()
                .rename(new RenameParams(id(project), at(project, "coInvestors"), "partnersInMoney"))
                .get();
        assertThat(editor.messages.poll(60, TimeUnit.SECONDS))
                .isEqualTo(
                        "`coInvestors` is now `partnersInMoney` in the pack and in 1 universes; spreadsheets, mappings"
                                + " and saved answers that name it are not changed");
        for (Map.Entry<String, List<TextEdit>> file : edit.getChanges().entrySet()) {
            Path path = Path.of(URI.create(file.getKey()));
            Files.writeString(path, EditorSession.applied(Files.readString(path), file.getValue()));
        }
        // Run loads the pack of a folder once.
        Path renamed = Files.move(
                pack, Files.createDirectory(folder.resolve("renamed")).resolve("semiconductor"));
        assertThat(Run.winnow("rules", "check", renamed.toString()).exit()).isZero();
        assertThat(Run.winnow("rules", "test", "-r", renamed.toString()).exit()).isZero();
        assertThat(verdicts(renamed)).hasSizeGreaterThan(10).isEqualTo(before);
    }

    /** Project, city, day, verdict, its reason and the rank of each pair. */
    private List<String> verdicts(Path rules) {
        return Run.winnow("screen", "-r", rules.toString(), "-u", universe.toString(), "-f", "csv")
                .out()
                .lines()
                .map(line -> String.join(",", List.of(line.split(",")).subList(0, 6)))
                .toList();
    }

    @Test
    void aFactOfTheCoreIsNotRenamed() {
        Path project = universe.resolve("projects/sien.yaml");
        assertThatThrownBy(() -> {
                    editor.open(project);
                    editor.server
                            .getTextDocumentService()
                            .rename(new RenameParams(id(project), at(project, "owner"), "holder"))
                            .get();
                })
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("`owner` is a fact of the core, which all packs share");
    }

    @Test
    void theReasonForKeepingANameIsGivenBeforeANewOneIsAskedFor() throws Exception {
        Path project = universe.resolve("projects/sien.yaml");
        editor.open(project);
        assertThatThrownBy(() -> editor.server
                        .getTextDocumentService()
                        .prepareRename(new PrepareRenameParams(id(project), at(project, "owner")))
                        .get())
                .hasMessageContaining("`owner` is a fact of the core, which all packs share");
        assertThat(editor.server
                        .getTextDocumentService()
                        .prepareRename(new PrepareRenameParams(id(project), at(project, "coInvestors")))
                        .get()
                        .getFirst()
                        .getStart())
                .isEqualTo(at(project, "coInvestors"));
    }

    @Test
    void optionsNameThePackOfAUniverse() throws Exception {
        Path other = Files.move(universe, folder.resolve("data/elsewhere"));
        PackCopy.of("battery", folder.resolve("rules"));
        Path project = other.resolve("projects/boe.yaml");
        editor.open(project);
        assertThat(editor.server
                        .getTextDocumentService()
                        .hover(new HoverParams(id(project), at(project, "subTracks")))
                        .get())
                .isNull();
        editor.close();
        JsonObject options = new JsonObject();
        options.addProperty("pack", "rules/semiconductor");
        options.addProperty("universe", "data/elsewhere");
        editor = new EditorSession(folder, false, options);
        editor.open(project);
        assertThat(editor.server
                        .getTextDocumentService()
                        .hover(new HoverParams(id(project), at(project, "subTracks")))
                        .get())
                .isNotNull();
    }
}
