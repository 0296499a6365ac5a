package dev.winnow.ruletools.lsp;

import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.Wording;
import dev.winnow.workbench.internal.assist.Diagnostic;
import dev.winnow.workbench.internal.assist.PackAssist;
import dev.winnow.workbench.internal.assist.PackResults;
import dev.winnow.workbench.internal.assist.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** Answers requests about documents. All work is done by one thread, in the order of arrival. */
final class DocumentService implements TextDocumentService {

    /** Milliseconds without an edit after which a pack is checked, so that a burst of edits is checked once. */
    private static final int PAUSE = 20;

    private final OpenFolders folders;
    private final LensService lenses;
    private final Wording wording;
    private final ScheduledExecutorService worker;
    /** The check that waits for a pause; used by the worker only. */
    private @Nullable Future<?> pending;

    DocumentService(OpenFolders folders, LensService lenses, Wording wording, ScheduledExecutorService worker) {
        this.folders = folders;
        this.lenses = lenses;
        this.wording = wording;
        this.worker = worker;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        TextDocumentItem opened = params.getTextDocument();
        String uri = opened.getUri();
        edit(uri, document -> folders.put(document, uri, opened.getText(), opened.getVersion()));
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        VersionedTextDocumentIdentifier changed = params.getTextDocument();
        String uri = changed.getUri();
        edit(uri, document -> folders.change(document, uri, params.getContentChanges(), changed.getVersion()));
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        edit(params.getTextDocument().getUri(), folders::close);
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        changedOnDisk(params.getTextDocument().getUri());
    }

    void changedOnDisk(String uri) {
        edit(uri, document -> {
            folders.changed(document);
            lenses.saved(document);
        });
    }

    private interface Edit {
        void of(Document document);
    }

    private void edit(String uri, Edit edit) {
        worker.execute(() -> {
            Document document = Document.of(uri);
            if (document == null) {
                return;
            }
            edit.of(document);
            if (pending != null) {
                pending.cancel(false);
            }
            pending = worker.schedule(folders::check, PAUSE, TimeUnit.MILLISECONDS);
        });
    }

    private interface Answer<T extends @Nullable Object> {
        T of(Answers answers, Document document);
    }

    /** Answers about a document; returns {@code otherwise} for a document outside packs and universes. */
    private <T extends @Nullable Object> CompletableFuture<T> answer(
            TextDocumentIdentifier about, T otherwise, Answer<T> answer) {
        return CompletableFutures.computeAsync(worker, cancelled -> {
            cancelled.checkCanceled();
            Document document = Document.of(about.getUri());
            Answers answers = document == null ? null : folders.answers(document);
            cancelled.checkCanceled();
            return document == null || answers == null ? otherwise : answer.of(answers, document);
        });
    }

    private interface PositionAnswer<T extends @Nullable Object> {
        T of(Answers answers, int line, int character);
    }

    private <T extends @Nullable Object> CompletableFuture<T> answer(
            TextDocumentPositionParams params, T otherwise, PositionAnswer<T> answer) {
        Position at = params.getPosition();
        return answer(
                params.getTextDocument(),
                otherwise,
                (answers, document) -> answer.of(answers, at.getLine(), at.getCharacter()));
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return answer(
                params,
                Either.forLeft(List.of()),
                (answers, line, character) -> Either.forLeft(answers.completions(line, character).stream()
                        .map(Conversion::completion)
                        .toList()));
    }

    @Override
    @SuppressWarnings("NullAway") // the protocol allows null, and LSP4J is not annotated
    public CompletableFuture<Hover> hover(HoverParams params) {
        return answer(params, (Hover) null, (answers, line, character) -> {
            List<String> lines =
                    answers.hover(line, character).stream().map(wording::say).toList();
            return lines.isEmpty()
                    ? null
                    : new Hover(new MarkupContent(MarkupKind.MARKDOWN, String.join("\n\n", lines)));
        });
    }

    @Override
    public CompletableFuture<Either<List<? extends org.eclipse.lsp4j.Location>, List<? extends LocationLink>>>
            definition(DefinitionParams params) {
        return located(params, Answers::definition).thenApply(Either::forLeft);
    }

    @Override
    public CompletableFuture<List<? extends org.eclipse.lsp4j.Location>> references(ReferenceParams params) {
        return located(params, Answers::references).thenApply(list -> list);
    }

    private CompletableFuture<List<org.eclipse.lsp4j.Location>> located(
            TextDocumentPositionParams params, PositionAnswer<List<Place>> places) {
        return answer(
                params,
                List.of(),
                (answers, line, character) -> places.of(answers, line, character).stream()
                        .map(place -> new org.eclipse.lsp4j.Location(
                                folders.uri(place.document()), Conversion.range(place.span())))
                        .toList());
    }

    @Override
    @SuppressWarnings("NullAway") // the protocol allows null, and LSP4J is not annotated
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return answer(
                params,
                (Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>) null,
                (answers, line, character) -> {
                    Span name = answers.renamable(line, character);
                    Message keeping = answers.keeping(line, character);
                    if (keeping != null) {
                        throw refused(keeping);
                    }
                    return name == null ? null : Either3.forFirst(Conversion.range(name));
                });
    }

    private ResponseErrorException refused(Message why) {
        return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, wording.say(why), null));
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        Position at = params.getPosition();
        return answer(params.getTextDocument(), new WorkspaceEdit(), (answers, document) -> {
            Answers.Renamed renamed = answers.rename(at.getLine(), at.getCharacter(), params.getNewName());
            if (renamed.refusal() != null) {
                throw refused(renamed.refusal());
            }
            if (renamed.notice() != null) {
                folders.show(renamed.notice());
            }
            Map<String, List<TextEdit>> edits = new TreeMap<>();
            for (Place place : renamed.places()) {
                edits.computeIfAbsent(folders.uri(place.document()), uri -> new ArrayList<>())
                        .add(new TextEdit(Conversion.range(place.span()), params.getNewName()));
            }
            return new WorkspaceEdit(edits);
        });
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return answer(
                params.getTextDocument(),
                List.of(),
                (answers, document) -> answers.symbols().stream()
                        .map(symbol -> Either.<SymbolInformation, DocumentSymbol>forRight(Conversion.symbol(symbol)))
                        .toList());
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return answer(params.getTextDocument(), List.of(), (answers, document) -> {
            String before = answers.text();
            String after = answers.formatted();
            return before == null || after == null ? List.of() : List.of(new TextEdit(Conversion.whole(before), after));
        });
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return answer(params.getTextDocument(), List.of(), (answers, document) -> {
            List<Either<Command, CodeAction>> actions = new ArrayList<>();
            for (Diagnostic one : folders.diagnostics(document)) {
                Range range = Conversion.range(one.span());
                String replacement = one.replacement();
                if (replacement != null && touches(range, params.getRange())) {
                    CodeAction fix = new CodeAction(wording.sentence("replace with `%s`", replacement));
                    fix.setKind(CodeActionKind.QuickFix);
                    fix.setDiagnostics(List.of(Conversion.diagnostic(one, wording)));
                    fix.setEdit(new WorkspaceEdit(
                            Map.of(folders.uri(document), List.of(new TextEdit(range, replacement)))));
                    actions.add(Either.forRight(fix));
                }
            }
            return actions;
        });
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        String uri = params.getTextDocument().getUri();
        return CompletableFuture.supplyAsync(() -> Document.of(uri), worker) // after the changes that arrived before
                .thenCompose(document -> document == null || !document.folder().isPack()
                        ? CompletableFuture.completedFuture(List.of())
                        : lenses.results(document).thenApplyAsync(results -> lenses(uri, document, results), worker));
    }

    private List<CodeLens> lenses(String uri, Document document, @Nullable PackResults results) {
        PackAssist pack =
                results == null ? null : folders.pack(document.folder().path());
        return pack == null || results == null ? List.of() : lenses.of(uri, results.lenses(pack, document.name()));
    }

    private static boolean touches(Range one, Range other) {
        return !before(one.getEnd(), other.getStart()) && !before(other.getEnd(), one.getStart());
    }

    private static boolean before(Position one, Position other) {
        return one.getLine() < other.getLine()
                || (one.getLine() == other.getLine() && one.getCharacter() < other.getCharacter());
    }
}
