package dev.winnow.ruletools.lsp;

import dev.winnow.console.terminal.Exit;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.i18n.Wording;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** A language server for the files of rule packs and universes. */
public final class RuleServer implements LanguageServer, LanguageClientAware {

    /** A strong reference, because a logger without one is collected and loses its level. */
    private static final Logger PROTOCOL = Logger.getLogger("org.eclipse.lsp4j");

    private final OpenFolders folders;
    private final DocumentService documents;
    private final LensService lenses;
    private final ScheduledExecutorService worker;
    /** Runs cases, which can take seconds, beside the requests. */
    private final ExecutorService background;

    private Workspace workspace = Workspace.none();
    private final String version;
    /** Completed at the end of the session; true if the editor requested a shutdown before. */
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    private volatile boolean shutDown;

    private RuleServer(Wording wording, ShippedFacts shipped, String version) {
        this.version = version;
        this.worker = Executors.newSingleThreadScheduledExecutor(daemons());
        this.background = Executors.newSingleThreadExecutor(daemons());
        this.folders = new OpenFolders(wording, shipped);
        this.lenses = new LensService(new CaseRuns(background, shipped), wording);
        this.documents = new DocumentService(folders, lenses, wording, worker);
    }

    /**
     * Serves one editor until it ends the session or closes the input.
     *
     * @param in the messages of the editor
     * @param out receives the messages to the editor, and must receive nothing else
     * @param shipped the facts of all shipped packs, which a universe may state too
     * @param version winnow's version
     * @return the exit code of the protocol: 0 after a shutdown, else 1
     */
    public static int serve(
            InputStream in, OutputStream out, Wording wording, Supplier<Vocabulary> shipped, String version) {
        RuleServer server = new RuleServer(wording, new ShippedFacts(shipped), version);
        ExecutorService readers = Executors.newCachedThreadPool(daemons());
        try {
            PROTOCOL.setLevel(Level.OFF); // it prints stack traces of errors that are sent to the editor anyway
            Launcher<LanguageClient> launcher = new LSPLauncher.Builder<LanguageClient>() {
                @Override
                protected MessageJsonHandler createJsonHandler() {
                    return new IncomingMessages(getSupportedMethods());
                }
            }.setLocalService(server)
                    .setRemoteInterface(LanguageClient.class)
                    .setInput(in)
                    .setOutput(out)
                    .setExecutorService(readers)
                    .setExceptionHandler(RuleServer::error)
                    .create();
            server.connect(launcher.getRemoteProxy());
            Future<Void> listening = launcher.startListening();
            readers.execute(() -> server.endWith(listening));
            return server.ended.join() ? Exit.DONE : Exit.GATE;
        } finally {
            server.worker.shutdownNow();
            server.background.shutdownNow();
            readers.shutdownNow();
        }
    }

    /** Returns the error of a failed request, without the stack trace that LSP4J adds. */
    private static ResponseError error(Throwable failure) {
        ResponseError error = RemoteEndpoint.DEFAULT_EXCEPTION_HANDLER.apply(failure);
        error.setData(null);
        return error;
    }

    /** Daemons, since a thread that reads the standard input cannot be interrupted. */
    private static ThreadFactory daemons() {
        return task -> {
            Thread thread = new Thread(task, "winnow-lsp");
            thread.setDaemon(true);
            return thread;
        };
    }

    private void endWith(Future<Void> listening) {
        try {
            listening.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            // unreadable input ends the session, as the end of input does
        } finally {
            ended.complete(shutDown);
        }
    }

    @Override
    public void connect(LanguageClient client) {
        folders.connect(client);
        lenses.connect(client);
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        enter(params);
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        sync.setSave(new SaveOptions(false));
        ServerCapabilities can = new ServerCapabilities();
        can.setTextDocumentSync(sync);
        can.setCompletionProvider(new CompletionOptions(false, List.of("@", ".", "\"", "$", "(")));
        can.setHoverProvider(true);
        can.setDefinitionProvider(true);
        can.setReferencesProvider(true);
        can.setRenameProvider(new RenameOptions(true));
        can.setDocumentSymbolProvider(true);
        can.setDocumentFormattingProvider(true);
        can.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        can.setCodeLensProvider(new CodeLensOptions(false));
        can.setExecuteCommandProvider(new ExecuteCommandOptions(List.of(LensService.RUN_CASES)));
        return CompletableFuture.completedFuture(new InitializeResult(can, new ServerInfo("winnow", version)));
    }

    private void enter(InitializeParams params) {
        Workspace entered = Workspace.of(params);
        ClientCapabilities client = params.getCapabilities();
        CodeLensWorkspaceCapabilities refreshing = client == null || client.getWorkspace() == null
                ? null
                : client.getWorkspace().getCodeLens();
        workspace = entered;
        lenses.enter(entered, refreshing != null && Boolean.TRUE.equals(refreshing.getRefreshSupport()));
        worker.execute(() -> folders.enter(entered));
    }

    @Override
    @SuppressWarnings("NullAway") // the protocol allows null, and LSP4J is not annotated
    public CompletableFuture<Object> shutdown() {
        shutDown = true;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        ended.complete(shutDown);
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // there is no trace
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return documents;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return new WorkspaceService() {
            @Override
            public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
                return params.getCommand().equals(LensService.RUN_CASES)
                        ? lenses.execute(params.getArguments())
                        : CompletableFuture.completedFuture(false);
            }

            @Override
            public void didChangeConfiguration(DidChangeConfigurationParams params) {
                // there is nothing to configure
            }

            @Override
            public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
                workspace.changed();
                params.getChanges().forEach(change -> documents.changedOnDisk(change.getUri()));
            }
        };
    }
}
