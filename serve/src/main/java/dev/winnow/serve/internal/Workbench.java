package dev.winnow.serve.internal;

import dev.winnow.console.input.RecordsInput;
import dev.winnow.report.i18n.Wording;
import dev.winnow.serve.internal.rules.RuleDraft;
import dev.winnow.web.internal.OpenApi;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Operations;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.journal.KeptWork;
import dev.winnow.web.internal.journal.WorkFiles;
import dev.winnow.web.internal.workbench.Assets;
import dev.winnow.web.internal.workbench.Part;
import dev.winnow.web.internal.workbench.Session;
import dev.winnow.web.internal.workbench.View;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of the workbench on one session. Thread-safe. */
public final class Workbench implements AutoCloseable {

    private static final String[] ASSETS = {
        "candidates.js",
        "candidates.css",
        "questions.js",
        "questions.css",
        "panel.js",
        "panel.css",
        "rules.js",
        "rules.css",
        "editor.js",
        "codemirror.js",
        "effects.js",
        "effects-numbers.js",
        "effects.css",
        "rules-coverage.js",
        "rules-dialog.js",
        "rules-draft.js",
        "rules-files.js",
        "rules-language.js",
        "rules-new.js",
        "rules-panels.js",
        "rules-phrases.js",
        "rules-save.js",
        "decisions.js",
        "decisions.css"
    };

    private final Session session;
    private final List<Part> parts;
    private final Operations operations;

    /** The views of the workbench without features. */
    public static final List<View> VIEWS = List.of(
            OverviewPart.VIEW,
            CandidatesPart.VIEW,
            QuestionsPart.VIEW,
            PanelPart.VIEW,
            RulesPart.VIEW,
            DecisionsPart.VIEW);

    /**
     * Starts to make the overview in the background.
     *
     * @param more the parts of features
     */
    public Workbench(Session session, @Nullable RecordsInput records, List<Part> more) {
        this.session = session;
        RuleDraft draft = new RuleDraft(session.given().pack(), session.keptBeside(KeptWork.DRAFTS), keeping(session));
        List<Operation> all = new ArrayList<>(Assets.common());
        all.addAll(Assets.operations("serve", ASSETS));
        parts = new ArrayList<>(List.of(
                new OverviewPart(session),
                new QuestionsPart(session),
                new AnswersPart(session),
                new CandidatesPart(session),
                new RulesPart(session, draft),
                new EffectsPart(session, draft),
                new DecisionsPart(session, records),
                new WorkPart(session, draft::revision),
                new ContractPart(session)));
        parts.addAll(more);
        parts.forEach(part -> all.addAll(part.operations()));
        all.add(OpenApi.operation(all, "/", true));
        this.operations = Operations.of(all);
    }

    private static RuleDraft.Keeping keeping(Session session) {
        return new RuleDraft.Keeping() {
            @Override
            public void keep(byte @Nullable [] edits) throws RefusedRequest {
                session.keepBeside(KeptWork.DRAFTS, edits);
            }

            @Override
            public void saving(Map<String, String> texts) throws RefusedRequest {
                WorkFiles files = WorkFiles.NONE;
                for (Map.Entry<String, String> text : texts.entrySet()) {
                    files = files.with(text.getKey(), text.getValue().getBytes(StandardCharsets.UTF_8));
                }
                session.saving(files);
            }

            @Override
            public void saved() throws RefusedRequest {
                session.saved();
            }
        };
    }

    @Override
    public void close() {
        parts.forEach(Part::close);
    }

    Operations operations() {
        return operations;
    }

    Wording wording() {
        return session.wording();
    }

    boolean isReadOnly() {
        return session.given().readOnly();
    }
}
