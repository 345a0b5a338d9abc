package peerlab.engine.script;

import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.spec.Expression;
import peerlab.engine.spec.KeysSpec;
import peerlab.engine.spec.SelectorSpec;

/** The words for who is meant, and for which keys. */
public abstract class Selectors extends Quantities {

    Selectors() {
    }

    public static SelectorSpec all() {
        return new SelectorSpec.All();
    }

    public static SelectorSpec one() {
        return any(1);
    }

    public static SelectorSpec any(int count) {
        return any(count, all());
    }

    /** A number of peers of a wider selection. */
    public static SelectorSpec any(int count, SelectorSpec of) {
        return new SelectorSpec.Some(count, of);
    }

    public static SelectorSpec any(Ratio share) {
        return any(share, all());
    }

    /** A share of a wider selection. */
    public static SelectorSpec any(Ratio share, SelectorSpec of) {
        return new SelectorSpec.Share(share, of);
    }

    public static SelectorSpec minority() {
        return new SelectorSpec.Minority();
    }

    public static SelectorSpec majority() {
        return new SelectorSpec.Majority();
    }

    /** One half of all, whose other half are the rest: for a partition. */
    public static SelectorSpec halves() {
        return any(new Ratio(0.5));
    }

    /** A peer, a group, or those whom an earlier step chose under this name. */
    public static SelectorSpec named(String name) {
        return new SelectorSpec.Named(name);
    }

    /** The unnamed peers from one number to another, both included. */
    public static SelectorSpec peers(int first, int last) {
        return new SelectorSpec.Numbered(first, last);
    }

    /** Everybody but those. */
    public static SelectorSpec except(SelectorSpec those) {
        return except(all(), those);
    }

    /** Those of a wider selection who are not among others. */
    public static SelectorSpec except(SelectorSpec of, SelectorSpec those) {
        return new SelectorSpec.Except(of, those);
    }

    public static SelectorSpec down() {
        return down(all());
    }

    /** Those of a wider selection who are down. */
    public static SelectorSpec down(SelectorSpec of) {
        return new SelectorSpec.Down(of);
    }

    /** Those for whom a condition over what they show holds: {@code where(shown("bytes").isMoreThan(9))}. */
    public static SelectorSpec where(Expression condition) {
        return new SelectorSpec.Where(condition);
    }

    public static SelectorSpec closest(int count, String key) {
        return new SelectorSpec.Closest(count, key);
    }

    public static SelectorSpec leader() {
        return new SelectorSpec.Leader();
    }

    public static SelectorSpec others() {
        return new SelectorSpec.Others();
    }

    /** So many fresh keys. */
    public static KeysSpec keys(int count) {
        return new KeysSpec.Fresh(count);
    }

    /** One that was put already. */
    public static KeysSpec anyKey() {
        return new KeysSpec.AnyPut();
    }

    /** One that nobody has seen. */
    public static KeysSpec randomKey() {
        return new KeysSpec.Random();
    }

    /** One of so many, put or not, each as likely as the others. */
    public static KeysSpec uniform(int of) {
        return new KeysSpec.Uniform(of);
    }

    /** One of so many, put or not, by popularity. */
    public static KeysSpec zipf(double exponent, int of) {
        return new KeysSpec.Popular(exponent, of, 0, Span.ZERO);
    }

    /** The same, where now and then the most popular ones become the least popular. */
    public static KeysSpec shifting(double exponent, int of, int shift, Span every) {
        return new KeysSpec.Popular(exponent, of, shift, every);
    }

    /** One of so many, where a share of the requests is for a share of the keys. */
    public static KeysSpec hotspot(int of, Ratio keys, Ratio requests) {
        return new KeysSpec.HotSpot(of, keys, requests);
    }

    /** Each of so many in turn, and again. */
    public static KeysSpec scan(int of) {
        return new KeysSpec.Scan(of);
    }

    /** One that was put already, by popularity. */
    public static KeysSpec zipf(double exponent) {
        return new KeysSpec.Zipf(exponent);
    }

    public static KeysSpec key(String name) {
        return new KeysSpec.Named(name);
    }
}
