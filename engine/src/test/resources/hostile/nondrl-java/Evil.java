// Java source beside the rules is compiled by KieBuilder
package bakery.sense
public class Evil { static { dev.winnow.engine.Mark.now(); } public Evil() { } }
