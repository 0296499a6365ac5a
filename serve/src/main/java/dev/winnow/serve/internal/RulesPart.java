package dev.winnow.serve.internal;

import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.serve.internal.rules.AssistOperations;
import dev.winnow.serve.internal.rules.FileOperations;
import dev.winnow.serve.internal.rules.FormOperations;
import dev.winnow.serve.internal.rules.RuleDraft;
import dev.winnow.serve.internal.rules.SaveOperations;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.workbench.Part;
import dev.winnow.web.internal.workbench.Session;
import dev.winnow.web.internal.workbench.View;
import dev.winnow.web.internal.workbench.ViewPages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of the pack in an editor. */
final class RulesPart implements Part {

    static final View VIEW = new View(View.Group.RULES, "/rules", "serve.rules.title", "rules");

    private final Session session;
    private final RuleDraft draft;

    RulesPart(Session session, RuleDraft draft) {
        this.session = session;
        this.draft = draft;
    }

    @Override
    public List<Operation> operations() {
        AssistOperations assist = new AssistOperations(draft, session.wording());
        List<Operation> all = new ArrayList<>();
        all.add(Operation.page(VIEW.path(), request -> ViewPages.drawn(VIEW, session)));
        all.addAll(new FileOperations(draft, assist).operations());
        all.addAll(assist.operations());
        all.addAll(new FormOperations(draft).operations());
        all.addAll(new SaveOperations(draft, assist, session.wording(), refusal(), this::reread).operations());
        return all;
    }

    /** Returns the reason why files cannot be saved; null if they can. */
    private @Nullable Message refusal() {
        if (session.given().readOnly()) {
            return Message.of("this server is read-only");
        }
        return session.given().editable()
                ? null
                : Message.of(
                        "this pack is part of the program and cannot be saved; download the changed files, or start with a copy made by `%s`",
                        "winnow rules new pack NAME --from "
                                + session.now().request().pack().name());
    }

    private @Nullable Message reread() {
        try {
            RulePack pack =
                    RulePack.load(draft.folder()).inLanguage(session.wording().language());
            session.reread(session.given().reading().apply(pack));
            return null;
        } catch (PackException e) {
            Problem first = e.problems().get(0);
            return Message.of("%s: %s", first.place().file(), first.what());
        } catch (RefusedRequest e) { // the files are saved all the same
            return e.reason();
        }
    }
}
