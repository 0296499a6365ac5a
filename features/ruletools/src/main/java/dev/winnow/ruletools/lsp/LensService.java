package dev.winnow.ruletools.lsp;

import com.google.gson.JsonPrimitive;
import dev.winnow.engine.explain.CaseResult;
import dev.winnow.report.i18n.Wording;
import dev.winnow.workbench.internal.assist.Lens;
import dev.winnow.workbench.internal.assist.PackResults;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** Shows the results of cases above rules and cases, and runs them again on request. Thread-safe. */
final class LensService {

    /** The command that runs the cases of a pack; its arguments are a URI and the id of a rule. */
    static final String RUN_CASES = "winnow.runCases";

    /** Number of failed cases that a message lists. */
    private static final int MOST_SHOWN = 5;

    private final CaseRuns runs;
    private final Wording wording;
    private volatile @Nullable LanguageClient client;
    private volatile boolean refreshed;

    LensService(CaseRuns runs, Wording wording) {
        this.runs = runs;
        this.wording = wording;
    }

    void connect(LanguageClient other) {
        client = other;
    }

    /** @param refreshes whether the editor asks again on request */
    void enter(Workspace workspace, boolean refreshes) {
        runs.enter(workspace);
        refreshed = refreshes;
    }

    /**
     * Returns the results for a document of a pack. An editor that asks again on request gets the latest ones at once;
     * another one waits until the cases have been run.
     */
    CompletableFuture<@Nullable PackResults> results(Document document) {
        Path folder = document.folder().path();
        CompletableFuture<@Nullable PackResults> running = runs.results(folder);
        PackResults latest = runs.latest(folder);
        if (!refreshed || running.isDone()) {
            return running;
        }
        refreshAfter(running);
        return CompletableFuture.completedFuture(latest);
    }

    private void refreshAfter(CompletableFuture<@Nullable PackResults> running) {
        var unused = running.thenRun(this::refresh);
    }

    private void refresh() {
        var unused = connected().refreshCodeLenses(); // the response says nothing
    }

    /** Runs the cases again in the background, since a file was saved. */
    void saved(Document document) {
        Path folder = document.folder().path();
        if (!document.folder().isPack()) {
            runs.savedUniverse(folder);
        } else {
            runs.saved(folder);
        }
        if (refreshed) {
            refresh();
        }
    }

    /** Returns the lenses in the types of the protocol; a click runs the cases. */
    List<CodeLens> of(String uri, List<Lens> lenses) {
        return lenses.stream()
                .map(lens -> new CodeLens(
                        Conversion.range(lens.span()),
                        new Command(wording.say(lens.text()), RUN_CASES, List.of(uri, lens.rule())),
                        null))
                .toList();
    }

    /** Runs the cases of a rule and shows a message with the result. */
    CompletableFuture<Object> execute(List<Object> arguments) {
        Document document = arguments.isEmpty() ? null : Document.of(text(arguments.get(0)));
        if (document == null || !document.folder().isPack()) {
            return CompletableFuture.completedFuture(false);
        }
        String rule = arguments.size() > 1 ? text(arguments.get(1)) : "";
        runs.saved(document.folder().path());
        return runs.results(document.folder().path()).thenApply(results -> {
            connected().showMessage(message(results, rule));
            if (refreshed) {
                refresh();
            }
            return results != null && results.failed().isEmpty();
        });
    }

    private static String text(Object argument) {
        return argument instanceof JsonPrimitive text ? text.getAsString() : String.valueOf(argument);
    }

    private MessageParams message(@Nullable PackResults results, String rule) {
        if (results == null) {
            return new MessageParams(
                    MessageType.Error,
                    wording.sentence("the pack has problems; correct them before you run its cases"));
        }
        List<CaseResult> about = results.of(rule);
        List<CaseResult> failed = about.stream().filter(one -> !one.passed()).toList();
        String first = wording.sentence("cases: %s of %s pass", about.size() - failed.size(), about.size());
        Stream<String> each = failed.stream()
                .limit(MOST_SHOWN)
                .map(one -> one.sentence() + ": "
                        + wording.sentence("expected %s, found %s", one.expected(), one.actual()));
        return new MessageParams(
                failed.isEmpty() ? MessageType.Info : MessageType.Warning,
                Stream.concat(Stream.of(first), each).collect(Collectors.joining("\n")));
    }

    private LanguageClient connected() {
        return Objects.requireNonNull(client, "connected");
    }
}
