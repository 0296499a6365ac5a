package dev.winnow.serve.internal;

import dev.winnow.serve.internal.rules.AssistOperations;
import dev.winnow.serve.internal.rules.FileOperations;
import dev.winnow.serve.internal.rules.RuleDraft;
import dev.winnow.web.internal.Operation;
import java.util.ArrayList;
import java.util.List;

/** The files of the pack in an editor. */
final class RulesPart implements Part {

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
        all.add(Operation.page(View.RULES.path(), request -> Views.drawn(View.RULES, session)));
        all.addAll(new FileOperations(draft, assist).operations());
        all.addAll(assist.operations());
        return all;
    }
}
