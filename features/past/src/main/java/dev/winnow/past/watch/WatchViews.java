package dev.winnow.past.watch;

import dev.winnow.console.Serving;
import dev.winnow.console.Views;
import dev.winnow.web.internal.workbench.Part;
import dev.winnow.web.internal.workbench.View;
import java.util.List;

/** The watch in {@code winnow serve}: a section in the page of decisions. */
public final class WatchViews implements Views {

    @Override
    public List<View> views() {
        return List.of();
    }

    @Override
    public List<Part> parts(Serving serving) {
        return List.of(new WatchPart(serving));
    }
}
