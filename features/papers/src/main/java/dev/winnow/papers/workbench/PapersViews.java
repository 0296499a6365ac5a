package dev.winnow.papers.workbench;

import dev.winnow.console.Serving;
import dev.winnow.console.Views;
import dev.winnow.papers.letter.LetterCommand;
import dev.winnow.web.internal.workbench.Part;
import dev.winnow.web.internal.workbench.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The papers in {@code winnow serve}: a part of the page of decisions, and the option for their templates. */
public final class PapersViews implements Views {

    @Option(
            names = "--templates",
            paramLabel = "FOLDER",
            description = "Folder with templates and the letterhead of your own.")
    private @Nullable String templates;

    @Override
    public Object options() {
        return this;
    }

    @Override
    public List<View> views() {
        return List.of();
    }

    @Override
    public List<Part> parts(Serving serving) {
        return List.of(new PapersPart(
                serving, LetterCommand.templates(templates, serving.session().wording(), serving.notices())));
    }
}
