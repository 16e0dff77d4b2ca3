// Photos are drawn anew from their pixels, smaller, so that nothing that came with the file goes along.

import { Refused } from "./seal";

const LONGEST = 2048; // pixels of the longer side
const QUALITY = 0.82;

export interface Photo {
  name: string;
  content: Uint8Array;
  width: number;
  height: number;
}

/** Throws Refused when the browser cannot read the file as a picture, or returns other pixels than were drawn. */
export async function redrawn(file: File, number: number): Promise<Photo> {
  checkCanvas();
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    throw new Refused("photo");
  }
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
  const canvas = blank(width ?? 1, height ?? 1);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  if (!blob || blob.type !== "image/jpeg") throw new Refused("photo");
  const content = new Uint8Array(await blob.arrayBuffer());
  return { name: `photo-${number}.jpg`, content, width: canvas.width, height: canvas.height };
}

/** Some browsers hand out noise instead of pixels, against tracking: a photo would be ruined without a word. */
function checkCanvas(): void {
  const pen = blank(2, 2).getContext("2d");
  if (!pen) throw new Refused("canvas");
  pen.fillStyle = "rgb(10, 200, 30)";
  pen.fillRect(0, 0, 2, 2);
  const seen = pen.getImageData(0, 0, 2, 2).data;
  if (seen.some((value, at) => value !== [10, 200, 30, 255][at % 4])) throw new Refused("canvas");
}

function blank(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext("2d");
  if (pen) {
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, width, height);
  }
  return canvas;
}
