package dev.winnow.ruletools.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.winnow.console.Run;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** A session of LSP4J's client with the server over pipes, in a folder as its workspace. */
final class EditorSession implements LanguageClient, AutoCloseable {

    final LanguageServer server;
    final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    final BlockingQueue<Boolean> refreshes = new LinkedBlockingQueue<>();
    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private final PipedOutputStream toServer = new PipedOutputStream();

    /**
     * Starts a session.
     *
     * @param refreshes whether the editor asks for lenses again on request
     * @param options the initialization options
     */
    EditorSession(Path folder, boolean refreshes, JsonObject options) throws Exception {
        PipedInputStream in = new PipedInputStream(toServer, 1 << 16);
        PipedInputStream fromServer = new PipedInputStream(1 << 16);
        OutputStream out = new PipedOutputStream(fromServer);
        Thread serving = new Thread(() -> RuleServer.serve(in, out, Run.ENGLISH, Vocabulary::core, "1"));
        serving.setDaemon(true);
        serving.start();
        var launcher = LSPLauncher.createClientLauncher(this, fromServer, toServer);
        launcher.startListening();
        server = launcher.getRemoteProxy();
        InitializeParams params = new InitializeParams();
        params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "work")));
        params.setInitializationOptions(options);
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setCodeLens(new CodeLensWorkspaceCapabilities(refreshes));
        params.setCapabilities(new ClientCapabilities(workspace, null, null));
        server.initialize(params).get();
    }

    static TextDocumentIdentifier id(Path file) {
        return new TextDocumentIdentifier(file.toUri().toString());
    }

    void open(Path file) throws IOException {
        open(file, Files.readString(file));
    }

    void open(Path file, String text) {
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(
                        new TextDocumentItem(file.toUri().toString(), "winnow", 1, text)));
    }

    void saved(Path file) {
        server.getTextDocumentService().didSave(new DidSaveTextDocumentParams(id(file)));
    }

    /** The next diagnostics published for a file. */
    List<Diagnostic> diagnostics(Path file) throws InterruptedException {
        while (true) {
            PublishDiagnosticsParams next = published.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("diagnostics of " + file).isNotNull();
            if (next.getUri().equals(file.toUri().toString())) {
                return next.getDiagnostics();
            }
        }
    }

    /** The position of a text within a file. */
    static Position at(Path file, String found) throws IOException {
        String text = Files.readString(file);
        int at = text.indexOf(found);
        assertThat(at).as(found).isNotNegative();
        String before = text.substring(0, at);
        return new Position((int) before.chars().filter(c -> c == '\n').count(), at - before.lastIndexOf('\n') - 1);
    }

    /** A text after edits. */
    static String applied(String text, List<TextEdit> edits) {
        List<TextEdit> lastFirst = new ArrayList<>(edits);
        lastFirst.sort((one, other) -> Integer.compare(
                offset(text, other.getRange().getStart()),
                offset(text, one.getRange().getStart())));
        StringBuilder changed = new StringBuilder(text);
        for (TextEdit edit : lastFirst) {
            changed.replace(
                    offset(text, edit.getRange().getStart()),
                    offset(text, edit.getRange().getEnd()),
                    edit.getNewText());
        }
        return changed.toString();
    }

    private static int offset(String text, Position position) {
        int start = 0;
        for (int i = 0; i < position.getLine(); i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + position.getCharacter();
    }

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
        messages.add(message.getMessage());
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        throw new AssertionError(request.getMessage());
    }

    @Override
    public void logMessage(MessageParams message) {
        throw new AssertionError(message.getMessage());
    }

    @Override
    public CompletableFuture<Void> refreshCodeLenses() {
        refreshes.add(true);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() throws IOException {
        toServer.close();
    }
}
