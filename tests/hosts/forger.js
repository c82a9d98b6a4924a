// A frame that is no widget says the height of one.
parent.postMessage({ type: "plan-figure", v: 1, event: "height", height: 2222 }, "*");
