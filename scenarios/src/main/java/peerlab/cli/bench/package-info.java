/** What Peerlab can do on this machine, measured: each figure beside what it is compared with, in one run. */
package peerlab.cli.bench;
