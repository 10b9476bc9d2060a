export { PostEditor } from './post-editor';
export { PostsScreen } from './posts-screen';
