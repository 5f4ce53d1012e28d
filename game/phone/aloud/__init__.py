"""The phone for somebody who listens: the voice of this computer reads pages aloud."""
