package dev.winnow.ruletools.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of LSP4J's client with the server, over pipes. */
class RuleServerTest {

    private static final String RULES = "demand-pull.drl";

    @TempDir
    private Path folder;

    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> shown = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private PipedOutputStream toServer = new PipedOutputStream();
    private LanguageServer server;
    private Path pack;

    @BeforeEach
    void anEditorConnects() throws Exception {
        PackCopy.of("semiconductor", folder);
        pack = folder.resolve("semiconductor").toRealPath();
        toServer = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(toServer, 1 << 16);
        PipedInputStream fromServer = new PipedInputStream(1 << 16);
        OutputStream out = new PipedOutputStream(fromServer);
        Thread serving = new Thread(() -> exit.complete(RuleServer.serve(in, out, Run.ENGLISH, Vocabulary::core, "1")));
        serving.setDaemon(true);
        serving.start();
        Launcher<LanguageServer> launcher = LSPLauncher.createClientLauncher(new Editor(), fromServer, toServer);
        launcher.startListening();
        server = launcher.getRemoteProxy();
        assertThat(server.initialize(new InitializeParams())
                        .get()
                        .getCapabilities()
                        .getHoverProvider()
                        .getLeft())
                .isTrue();
    }

    @AfterEach
    void theEditorLeaves() throws IOException {
        toServer.close();
    }

    private final class Editor implements LanguageClient {
        @Override
        public void telemetryEvent(Object object) {
            throw new AssertionError("the server sends no telemetry");
        }

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
            published.add(diagnostics);
        }

        @Override
        public void showMessage(MessageParams message) {
            shown.add(message.getMessage());
        }

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
            throw new AssertionError(request.getMessage());
        }

        @Override
        public void logMessage(MessageParams message) {
            throw new AssertionError(message.getMessage());
        }
    }

    private String uri(String file) {
        return pack.resolve(file).toUri().toString();
    }

    private TextDocumentIdentifier id(String file) {
        return new TextDocumentIdentifier(uri(file));
    }

    private String text(String file) throws IOException {
        return Files.readString(pack.resolve(file));
    }

    private void open(String file, String text) {
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), "winnow", 1, text)));
    }

    private void change(String file, int version, String text) {
        change(file, version, new TextDocumentContentChangeEvent(text));
    }

    private void change(String file, int version, TextDocumentContentChangeEvent... changes) {
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri(file), version), List.of(changes)));
    }

    /** The next diagnostics published for a file. */
    private List<Diagnostic> diagnostics(String file) throws InterruptedException {
        while (true) {
            PublishDiagnosticsParams next = published.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("diagnostics of " + file).isNotNull();
            if (next.getUri().equals(uri(file))) {
                return next.getDiagnostics();
            }
        }
    }

    private static List<Diagnostic> errors(List<Diagnostic> all) {
        return all.stream()
                .filter(one -> one.getSeverity() == DiagnosticSeverity.Error)
                .toList();
    }

    private static Position at(String text, String found) {
        int at = text.indexOf(found);
        assertThat(at).as(found).isNotNegative();
        String before = text.substring(0, at);
        return new Position((int) before.chars().filter(c -> c == '\n').count(), at - before.lastIndexOf('\n') - 1);
    }

    @Test
    void aTypoIsReportedAndItsFixCorrectsIt() throws Exception {
        String broken = text(RULES).replaceFirst("annualOutput >=", "anualOutput >=");
        open(RULES, broken);
        List<Diagnostic> errors = errors(diagnostics(RULES));
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).getMessage().getLeft())
                .isEqualTo("`Demand` has no `anualOutput`; did you mean `annualOutput`?");
        CodeAction fix = server.getTextDocumentService()
                .codeAction(new CodeActionParams(id(RULES), errors.get(0).getRange(), new CodeActionContext(errors)))
                .get()
                .get(0)
                .getRight();
        assertThat(fix.getTitle()).isEqualTo("replace with `annualOutput`");
        change(
                RULES,
                2,
                EditorSession.applied(broken, fix.getEdit().getChanges().get(uri(RULES))));
        assertThat(errors(diagnostics(RULES))).isEmpty();
    }

    @Test
    void changesOfPartsOfATextAreAppliedInOrder() throws Exception {
        String whole = text(RULES);
        open(RULES, whole);
        assertThat(errors(diagnostics(RULES))).isEmpty();
        Position name = at(whole, "annualOutput >=");
        Range letters = new Range(
                new Position(name.getLine(), name.getCharacter() + 1),
                new Position(name.getLine(), name.getCharacter() + 3));
        change(
                RULES,
                2,
                new TextDocumentContentChangeEvent(
                        new Range(new Position(0, 0), new Position(0, 0)), "// 锂 \uD83D\uDE00\r\n"),
                new TextDocumentContentChangeEvent(new Range(new Position(0, 0), new Position(1, 0)), ""),
                new TextDocumentContentChangeEvent(letters, "n"));
        assertThat(errors(diagnostics(RULES)))
                .extracting(one -> one.getMessage().getLeft())
                .containsExactly("`Demand` has no `anualOutput`; did you mean `annualOutput`?");
        letters.setEnd(new Position(name.getLine(), name.getCharacter() + 2));
        change(RULES, 3, new TextDocumentContentChangeEvent(letters, "nn"));
        assertThat(errors(diagnostics(RULES))).isEmpty();
    }

    @Test
    void aTextThatItsChangesDoNotFitIsNotGuessed() throws Exception {
        String whole = text(RULES).replaceFirst("annualOutput >=", "anualOutput >=");
        Range outside = new Range(new Position(99_999, 0), new Position(99_999, 1));
        HoverParams hover = new HoverParams(id(RULES), at(whole, "end-market-scale"));
        open(RULES, whole);
        assertThat(errors(diagnostics(RULES))).isNotEmpty();
        change(RULES, 2, new TextDocumentContentChangeEvent(outside, "x"));
        change(RULES, 3, new TextDocumentContentChangeEvent(outside, "x"));
        assertThat(diagnostics(RULES)).isEmpty();
        assertThat(server.getTextDocumentService().hover(hover).get()).isNull();
        assertThat(shown)
                .containsExactly("the changes of `demand-pull.drl` do not fit its text; close it and open it again");
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(id(RULES)));
        open(RULES, whole);
        assertThat(server.getTextDocumentService().hover(hover).get()).isNotNull();
        change(RULES, 0, new TextDocumentContentChangeEvent(new Range(new Position(0, 0), new Position(0, 0)), " "));
        assertThat(server.getTextDocumentService().hover(hover).get()).isNull();
        assertThat(shown).hasSize(2);
        change(RULES, 4, whole);
        assertThat(server.getTextDocumentService().hover(hover).get()).isNotNull();
    }

    @Test
    void aBurstOfEditsIsNotCheckedEditByEdit() throws Exception {
        String whole = text(RULES);
        open(RULES, whole);
        diagnostics(RULES);
        for (int i = 0; i < 50; i++) {
            change(RULES, 2 + i, whole + "// " + i + "\n");
        }
        change(RULES, 100, whole.replace("rule \"parts-at-scale\"", "rul \"parts-at-scale\""));
        int checks = 1;
        while (errors(diagnostics(RULES)).isEmpty()) {
            checks++;
        }
        assertThat(checks).isLessThan(10);
    }

    @Test
    void wordsAreCompleted() throws Exception {
        String typed = text(RULES).replaceFirst("annualOutput >= \\$min", "annualO");
        open(RULES, typed);
        Position behind = at(typed, "annualO )");
        behind.setCharacter(behind.getCharacter() + "annualO".length());
        List<CompletionItem> items = server.getTextDocumentService()
                .completion(new CompletionParams(id(RULES), behind))
                .get()
                .getLeft();
        CompletionItem item = items.stream()
                .filter(one -> one.getLabel().equals("annualOutput"))
                .findFirst()
                .orElseThrow();
        assertThat(EditorSession.applied(typed, List.of(item.getTextEdit().getLeft())))
                .contains("annualOutput )");
    }

    @Test
    void aCompletionReplacesTheWholeWord() throws Exception {
        String typed = text(RULES);
        open(RULES, typed);
        Position inside = at(typed, "annualOutput >=");
        inside.setCharacter(inside.getCharacter() + "annual".length());
        List<CompletionItem> items = server.getTextDocumentService()
                .completion(new CompletionParams(id(RULES), inside))
                .get()
                .getLeft();
        CompletionItem item = items.stream()
                .filter(one -> one.getLabel().equals("annualOutput"))
                .findFirst()
                .orElseThrow();
        assertThat(EditorSession.applied(typed, List.of(item.getTextEdit().getLeft())))
                .isEqualTo(typed);
    }

    @Test
    void aLimitIsExplainedAndFound() throws Exception {
        String whole = text(RULES);
        open(RULES, whole);
        Position limit = at(whole, "end-market-scale");
        Hover hover = server.getTextDocumentService()
                .hover(new HoverParams(id(RULES), limit))
                .get();
        assertThat(hover.getContents().getRight().getValue())
                .contains("Annual output from which a local end market counts as large", "300 bn yuan", "article § 2");
        assertThat(server.getTextDocumentService()
                        .definition(new DefinitionParams(id(RULES), limit))
                        .get()
                        .getLeft())
                .singleElement()
                .satisfies(place -> {
                    assertThat(place.getUri()).isEqualTo(uri("limits.yaml"));
                    assertThat(place.getRange().getStart()).isEqualTo(at(text("limits.yaml"), "end-market-scale"));
                });
        assertThat(server.getTextDocumentService()
                        .references(new ReferenceParams(id(RULES), limit, new ReferenceContext(true)))
                        .get())
                .extracting(place -> place.getUri())
                .contains(uri(RULES), uri("limits.yaml"), uri("zh.yaml"), uri("cases/" + "demand-pull.yaml"));
    }

    @Test
    void aRenamedLimitLeavesAPackWithoutProblems() throws Exception {
        String whole = text(RULES);
        open(RULES, whole);
        Position limit = at(whole, "end-market-scale");
        assertThat(server.getTextDocumentService()
                        .prepareRename(new PrepareRenameParams(id(RULES), limit))
                        .get()
                        .getFirst()
                        .getStart())
                .isEqualTo(limit);
        WorkspaceEdit edit = server.getTextDocumentService()
                .rename(new RenameParams(id(RULES), limit, "large-end-market"))
                .get();
        assertThat(edit.getChanges()).hasSize(4);
        for (Map.Entry<String, List<TextEdit>> file : edit.getChanges().entrySet()) {
            Path path = Path.of(URI.create(file.getKey()));
            Files.writeString(path, EditorSession.applied(Files.readString(path), file.getValue()));
        }
        assertThat(Run.winnow("rules", "check", pack.toString()).exit()).isZero();
        assertThat(Run.winnow("rules", "test", "-r", pack.toString()).exit()).isZero();
    }

    @Test
    void aRefusedRenameSaysWhy() throws Exception {
        String whole = text(RULES);
        open(RULES, whole);
        assertThatThrownBy(() -> server.getTextDocumentService()
                        .rename(new RenameParams(id(RULES), at(whole, "end-market-scale"), "parts-scale"))
                        .get())
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("the pack already has `parts-scale`");
    }

    @Test
    void formattingIsThatOfRulesFmt() throws Exception {
        String untidy = text(RULES).replace("  @title", "@title").replace("\n  Project(", "\n Project(  ");
        open(RULES, untidy);
        List<? extends TextEdit> edits = server.getTextDocumentService()
                .formatting(new DocumentFormattingParams(id(RULES), new FormattingOptions(2, true)))
                .get();
        Files.writeString(pack.resolve(RULES), untidy);
        assertThat(Run.winnow("rules", "fmt", "-r", pack.toString()).exit()).isZero();
        assertThat(EditorSession.applied(untidy, List.copyOf(edits)))
                .isEqualTo(text(RULES))
                .isNotEqualTo(untidy);
    }

    @Test
    void theOutlineOfARuleFileIsItsRules() throws Exception {
        open(RULES, text(RULES));
        assertThat(server.getTextDocumentService()
                        .documentSymbol(new DocumentSymbolParams(id(RULES)))
                        .get())
                .extracting(symbol -> symbol.getRight().getName())
                .startsWith("end-market-at-scale", "parts-at-scale");
    }

    @Test
    void aDocumentOutsideAPackHasNoAnswers() throws Exception {
        Path alone = Files.writeString(folder.resolve("alone.drl"), "rule");
        for (String uri : List.of(alone.toUri().toString(), "untitled:Untitled-1", "no uri at all", "http://x/y.drl")) {
            server.getTextDocumentService()
                    .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "winnow", 1, "rule \"")));
            assertThat(server.getTextDocumentService()
                            .hover(new HoverParams(new TextDocumentIdentifier(uri), new Position(0, 1)))
                            .get())
                    .isNull();
        }
    }

    @Test
    void aHugeDocumentIsRefusedWithADiagnostic() throws Exception {
        open(RULES, "// " + "x".repeat(1 << 21));
        assertThat(errors(diagnostics(RULES)))
                .extracting(one -> one.getMessage().getLeft())
                .contains("the file is larger than 512 KB");
    }

    @Test
    void aDeletedFileIsReportedAndADeletedPackIsSilent() throws Exception {
        open(RULES, text(RULES));
        diagnostics(RULES);
        Files.delete(pack.resolve("funding.drl"));
        server.getWorkspaceService()
                .didChangeWatchedFiles(new DidChangeWatchedFilesParams(
                        List.of(new FileEvent(uri("funding.drl"), FileChangeType.Deleted))));
        assertThat(errors(diagnostics("pack.yaml")))
                .extracting(one -> one.getMessage().getLeft())
                .contains("the rule file funding.drl is missing; add the file, or remove this entry");
        Files.delete(pack.resolve("pack.yaml"));
        assertThat(server.getTextDocumentService()
                        .hover(new HoverParams(id(RULES), new Position(10, 8)))
                        .get())
                .isNull();
    }

    @Test
    void closedPacksKeepNoDiagnostics() throws Exception {
        open(RULES, text(RULES).replaceFirst("annualOutput >=", "anualOutput >="));
        assertThat(errors(diagnostics(RULES))).isNotEmpty();
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(id(RULES)));
        assertThat(diagnostics(RULES)).isEmpty();
    }

    @Test
    void theExitCodeIsThatOfTheProtocol() throws Exception {
        server.shutdown().get();
        server.exit();
        assertThat(exit.get(60, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void anExitWithoutAShutdownFails() throws Exception {
        server.exit();
        assertThat(exit.get(60, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void theEndOfInputEndsTheServer() throws Exception {
        toServer.close();
        assertThat(exit.get(60, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void aMessageLargerThanTheMemoryEndsTheServer() {
        byte[] huge = "Content-Length: 2147483647\r\n\r\n{}".getBytes(StandardCharsets.UTF_8);
        assertThat(RuleServer.serve(
                        new ByteArrayInputStream(huge),
                        new ByteArrayOutputStream(),
                        Run.ENGLISH,
                        Vocabulary::core,
                        "1"))
                .isEqualTo(1);
    }
}
