package dev.winnow.web.internal.workbench;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.internal.questions.QuestionList;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.answers.LaidAnswers;
import dev.winnow.web.internal.Reply;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The screening of a state of the work, with the pages that were made of it. Thread-safe.
 *
 * <p>Pages are made once, since each is the same until the work changes.
 */
public final class Snapshot {

    private final long revision;
    private final Work work;
    private final @Nullable LaidAnswers answers;
    private final ScreeningRequest request;
    private final ScreeningResult result;
    private final Insight insight;
    private @Nullable QuestionList questions;
    private final Map<String, CompletableFuture<Reply>> pages = new ConcurrentHashMap<>();

    public Snapshot(
            long revision,
            Work work,
            @Nullable LaidAnswers answers,
            ScreeningRequest request,
            ScreeningResult result,
            Insight insight) {
        this.revision = revision;
        this.work = work;
        this.answers = answers;
        this.request = request;
        this.result = result;
        this.insight = insight;
    }

    /** Returns this screening for another state of the work that has the same one. */
    synchronized Snapshot at(long other, Work same) {
        Snapshot later = new Snapshot(other, same, answers, request, result, insight);
        later.questions = questions;
        return later;
    }

    /** Returns a number that grows with each change of the work. */
    public long revision() {
        return revision;
    }

    public Work work() {
        return work;
    }

    /** Returns the answers of this session as they were accepted; null if there are none. */
    @Nullable
    public LaidAnswers answers() {
        return answers;
    }

    /** Returns the request of the screening, with the answers of this session. */
    public ScreeningRequest request() {
        return request;
    }

    public ScreeningResult result() {
        return result;
    }

    public Insight insight() {
        return insight;
    }

    /** Returns the questions that are open, which are collected when they are first asked for. */
    public synchronized QuestionList questions() {
        QuestionList known = questions;
        if (known == null) {
            Universe universe = result.session().universe();
            known = QuestionList.of(result.explanations(), universe.vocabulary(), universe.answers());
            questions = known;
        }
        return known;
    }

    /** Returns a page, which is made when it is first asked for. */
    public Reply page(String name, Supplier<Reply> making) {
        CompletableFuture<Reply> own = new CompletableFuture<>();
        CompletableFuture<Reply> other = pages.putIfAbsent(name, own);
        if (other != null) {
            return other.join();
        }
        try {
            Reply made = making.get();
            own.complete(made);
            return made;
        } catch (RuntimeException | Error e) { // the next request tries again
            pages.remove(name, own);
            own.completeExceptionally(e);
            throw e;
        }
    }

    /** Returns whether a page was made. */
    public boolean isReady(String name) {
        CompletableFuture<Reply> page = pages.get(name);
        return page != null && page.isDone();
    }
}
