// @ts-check

/** Distances and lines; colours and letters are the page's own. */
export const style = `hamlet-comments{display:block}
.hamlet-list,.hamlet-list ol{list-style:none;margin:0;padding:0}
.hamlet-list li{margin-block:1.25em}
.hamlet-list ol{padding-inline-start:1em;border-inline-start:1px solid color-mix(in srgb,currentColor 30%,transparent)}
.hamlet-list ol ol ol ol{padding-inline-start:0;border:0}
.hamlet-list header bdi{font-weight:600}
.hamlet-list header time{white-space:nowrap}
.hamlet-text{overflow-wrap:anywhere;margin-block:.25em .5em}
.hamlet-text p{margin-block:0 .5em}
.hamlet-text pre{overflow-x:auto}
.hamlet-text textarea{box-sizing:border-box;inline-size:100%;font:inherit}
.hamlet-acts{display:flex;flex-wrap:wrap;gap:.5em;margin:0}
.hamlet-mark{margin:0;font-style:italic}
.hamlet-list button,.hamlet-replying button{font:inherit;color:inherit;background:none;border:1px solid;border-radius:.25em;min-block-size:24px;padding:.1em .6em;cursor:pointer}
.hamlet-reactions:empty,.hamlet-status:empty{display:none}
`;
