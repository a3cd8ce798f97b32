/** Where the face is that is drawn after an id, for whoever has none or whose own cannot be had. */
export const drawnFace = (id: string) => `/api/marketplace/avatars/fallback/${id}.svg`
