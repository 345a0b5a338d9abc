package peerlab.dsl.grammar;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Source;

/** Reads one surface of the language: text in, phrases out. What the phrases mean is not its concern. */
public interface FrontEnd {

    /**
     * Reads a file.
     *
     * @param environment receives each statement of the top level, in the order of the file
     * @param diagnostics receives what is wrong with the form: syntax, places of words
     */
    void read(Source source, Environment environment, Diagnostics diagnostics);
}
